// Makes one document for each line on stdin and answers with the milliseconds it took and its size.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import carbone from "carbone";

const [templatePath, contextPath, outPath] = process.argv.slice(2);
carbone.set({ templatePath: dirname(templatePath) });
const render = promisify(carbone.render);
const context = JSON.parse(readFileSync(contextPath, "utf8"));
const lines = createInterface({ input: process.stdin });
for await (const _ of lines) {
  const start = performance.now();
  const bytes = await render(basename(templatePath), context, {});
  const taken = performance.now() - start;
  writeFileSync(outPath, bytes);
  console.log(JSON.stringify({ ms: taken, size: bytes.length, peak: process.resourceUsage().maxRSS }));
}
process.exit(0);
