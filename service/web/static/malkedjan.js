// What pages gain where scripts run. Every page is whole without it.
import { addFilters } from "./filter.js";
import { addCopying } from "./copying.js";

addFilters(document);
addCopying(document);
