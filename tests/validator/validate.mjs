// Microsoft's Open XML SDK reads every .docx and .xlsx below the given folders (or the given files), in one start-up.
// Prints each error with its file; ends with 1 when there is one. openpyxl's order of elements inside `fonts` of
// styles.xml, which Excel accepts, is the only one let through, and only in .xlsx.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import validate from "@ooxml-tools/validate";

const below = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).sort().flatMap((name) => below(join(path, name)))
    : /\.(docx|xlsx)$/.test(path) && !/[\\/]\.?~/.test(path)
      ? [path]
      : [];

const knownOfOpenpyxl = (file, error) =>
  file.endsWith(".xlsx") && /styles\.xml/.test(JSON.stringify(error)) && /[:/]fonts?\b/.test(JSON.stringify(error));

const errorsOf = async (file) => {
  const bytes = new Uint8Array(readFileSync(file));
  let result;
  try {
    result = await validate(bytes, file.split(".").pop(), "Microsoft365");
  } catch (fault) {
    result = [{ description: String(fault).slice(0, 300) }];
  }
  const errors = Array.isArray(result) ? result : (result.errors ?? [result]);
  return errors.filter((error) => !knownOfOpenpyxl(file, error)).map((error) => `${file}: ${JSON.stringify(error)}`);
};

const answer = async (paths) => {
  const files = paths.flatMap(below);
  const errors = [];
  for (const file of files) errors.push(...(await errorsOf(file)));
  return { files: files.length, errors };
};

if (process.argv[2] === "--asked") {
  // One start-up for many questions: each line is a list of paths, each answer a line.
  for await (const line of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await answer(JSON.parse(line))));
} else {
  const { files, errors } = await answer(process.argv.slice(2));
  errors.forEach((error) => console.log(error));
  console.log(`${files} files read, ${errors.length} errors`);
  process.exit(errors.length || !files ? 1 : 0);
}
