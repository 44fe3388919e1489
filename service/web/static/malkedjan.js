// What pages gain where scripts run. Every page is whole without it.
import { addCopying } from "./copying.js";
import { addFilters } from "./filter.js";
import { addFollowing } from "./follow.js";
import { addUploads } from "./upload.js";

addFilters(document);
addCopying(document);
addFollowing(document);
addUploads(document);
