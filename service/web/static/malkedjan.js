// What pages gain where scripts run. Every page is whole without it.
import { addCopying } from "./copying.js";
import { addDragging } from "./agenda.js";
import { addFilters } from "./filter.js";
import { addFollowing } from "./follow.js";
import { addUploads } from "./upload.js";

addFilters(document);
addCopying(document);
addDragging(document);
addFollowing(document);
addUploads(document);
