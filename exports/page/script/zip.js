// Files in one archive, stored as they are (APPNOTE 6.3.9): a few kilobytes more, and nothing borrowed.
(function (Guitu) {
  "use strict";
  const DATE = 0x21; // 1 January 1980: the same file whenever it is written

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });

  function crc(bytes) {
    let c = 0xffffffff;
    for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  }

  // Little-endian numbers, [size in bytes, value] each.
  function numbers(...fields) {
    const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0)), view = new DataView(bytes.buffer);
    let at = 0;
    for (const [size, value] of fields) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return bytes;
  }

  // files: [name, words]; the parts of a Blob
  Guitu.zip = function (files) {
    const encoder = new TextEncoder(), parts = [], directory = [];
    let offset = 0, length = 0;
    for (const [path, words] of files) {
      const name = encoder.encode(path), bytes = encoder.encode(words);
      const told = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, DATE], [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
      const local = numbers([4, 0x04034b50], ...told);
      const entry = numbers([4, 0x02014b50], [2, 20], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
      parts.push(local, name, bytes);
      directory.push(entry, name);
      offset += local.length + name.length + bytes.length;
      length += entry.length + name.length;
    }
    return [...parts, ...directory, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, offset], [2, 0])];
  };
})((globalThis.Guitu ??= {}));
