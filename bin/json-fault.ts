/** Where a text stops being JSON. The parser of Node tells the place of some faults only. */

export function jsonFault(text: string): string {
  const end = faultOffset(text);
  const lines = text.slice(0, end).split('\n');
  const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  const found = end < text.length ? `${JSON.stringify(text.charAt(end))} cannot stand here` : 'the text ends too early';
  return `it is not JSON: ${found} (${place}); look there for a missing or a trailing comma, single quotes or a comment`;
}

/** Length of the longest beginning that could still become JSON, found by bisection. */
function faultOffset(text: string): number {
  let sound = 0;
  let broken = text.length + 1;
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (couldBecomeJson(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
}

/** Whether the parser complains of nothing but the end of the text. */
function couldBecomeJson(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return message.includes('end of JSON input') || message.includes(`at position ${beginning.length} `);
  }
}
