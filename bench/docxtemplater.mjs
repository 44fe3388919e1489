// Makes one document for each line on stdin and answers with the milliseconds it took and its size.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

const [templatePath, contextPath, outPath] = process.argv.slice(2);
const template = readFileSync(templatePath);
const context = JSON.parse(readFileSync(contextPath, "utf8"));
const lines = createInterface({ input: process.stdin });
for await (const _ of lines) {
  const start = performance.now();
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  document.render(context);
  const bytes = document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  const taken = performance.now() - start;
  writeFileSync(outPath, bytes);
  console.log(JSON.stringify({ ms: taken, size: bytes.length, peak: process.resourceUsage().maxRSS }));
}
