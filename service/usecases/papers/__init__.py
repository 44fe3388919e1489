"""The official papers: which there are, what each says, made, laid out, remembered, looked at."""
