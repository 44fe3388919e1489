"""What the sample municipality's nämnder and ekonomikontor report for 2027: after April, after August, for the year.

The plan's own rows stand in the workbooks already; here is what people fill in beside them, by the plan's own words.
"""

NOT_REPORTED = ("MHN", "T2")  # the report that never came: the municipality's paper says so
PERIODS = ("T1", "T2", "AR")
