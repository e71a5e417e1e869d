/**
 * The compact column form in which the server sends series: `NTC1`, the length of a JSON header, the header padded so
 * that what follows is aligned, then each column's values in eight little-endian bytes.
 */

export type ColumnType = 'f64' | 'i64';

export interface ColumnHeader {
  /** Rows of the whole series. */
  total: number;
  /** Row of the series at which the first value stands. */
  from: number;
  /** Rows of the series for each value; 1 where nothing was left out. */
  stride: number;
  columns: { name: string; type: ColumnType; count: number }[];
}

export interface Columns {
  header: ColumnHeader;
  /** Whole numbers up to 2^53 for `i64`; NaN is what is missing. */
  column(name: string): Float64Array;
  has(name: string): boolean;
}

const magic = 0x3143544e; // "NTC1", first byte lowest
const high = 4294967296;

/** Reads what the server sent; throws where it is cut short or not in this form. */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== magic) {
    throw new Error('Not a column file');
  }
  const start = 8 + view.getUint32(4, true);
  if (start > buffer.byteLength || start % 8 !== 0) {
    throw new Error('The header of the column file is cut short');
  }
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, start - 8))) as ColumnHeader;
  const columns = new Map<string, Float64Array>();
  let offset = start;
  for (const { name, type, count } of header.columns) {
    if (offset + 8 * count > buffer.byteLength) {
      throw new Error(`Column ${name} is cut short`);
    }
    columns.set(name, read(view, offset, count, type));
    offset += 8 * count;
  }
  return {
    header,
    has: (name) => columns.has(name),
    column: (name) => {
      const found = columns.get(name);
      if (!found) {
        throw new Error(`No column ${name}`);
      }
      return found;
    },
  };
}

function read(view: DataView, offset: number, count: number, type: ColumnType): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++, offset += 8) {
    values[i] = type === 'f64'
      ? view.getFloat64(offset, true)
      : view.getInt32(offset + 4, true) * high + view.getUint32(offset, true);
  }
  return values;
}

/** Asks the server for columns; an answer other than 200 is an error with its status. */
export async function fetchColumns(url: string, signal?: AbortSignal): Promise<Columns> {
  const answer = await fetch(url, { signal, headers: { accept: 'application/octet-stream' } });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }
  return decodeColumns(await answer.arrayBuffer());
}
