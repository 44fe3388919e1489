// Microsoft's Open XML SDK reads every .docx and .xlsx below the given folders (or the given files), in one start-up.
// Prints each error with its file; ends with 1 when there is one. openpyxl's order of elements inside `fonts` of
// styles.xml, which Excel accepts, is the only one let through, and only in .xlsx.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import validate from "@ooxml-tools/validate";

const below = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).sort().flatMap((name) => below(join(path, name)))
    : /\.(docx|xlsx)$/.test(path) && !/[\\/]\.?~/.test(path)
      ? [path]
      : [];

const knownOfOpenpyxl = (file, error) =>
  file.endsWith(".xlsx") && /styles\.xml/.test(JSON.stringify(error)) && /[:/]fonts?\b/.test(JSON.stringify(error));

let wrong = 0;
const files = process.argv.slice(2).flatMap(below);
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  let result;
  try {
    result = await validate(bytes, file.split(".").pop(), "Microsoft365");
  } catch (fault) {
    result = [{ description: String(fault).slice(0, 300) }];
  }
  const errors = Array.isArray(result) ? result : (result.errors ?? [result]);
  for (const error of errors.filter((error) => !knownOfOpenpyxl(file, error))) {
    wrong += 1;
    console.log(`${file}: ${JSON.stringify(error)}`);
  }
}
console.log(`${files.length} files read, ${wrong} errors`);
process.exit(wrong || !files.length ? 1 : 0);
