// Tables of measured values beside what is allowed.

/** Prints rows `{ what, value, unit?, limit? }`, and says whether every value is within its limit. */
export function printTable(title, rows) {
  const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, value, unit = "", limit } of rows) {
    const within = limit === undefined || value <= limit;
    const right = limit === undefined ? "" : ` of ${number(limit).padStart(6)}${within ? "" : "   TOO MUCH"}`;
    console.log(`  ${what.padEnd(width)}  ${number(value).padStart(7)} ${unit.padEnd(2)}${right}`);
  }
  return rows.every(({ value, limit }) => limit === undefined || value <= limit);
}
