// The data out of the page: base64, deflated JSON; null where the browser cannot unpack.
(function (Guitu) {
  "use strict";

  // A plain loop: to walk a string sign by sign takes twenty times as long
  Guitu.bytes = function (words) {
    const signs = atob(words.trim()), bytes = new Uint8Array(signs.length);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = signs.charCodeAt(i);
    return bytes;
  };

  Guitu.decode = async function (words) {
    if (!("DecompressionStream" in globalThis)) return null;
    const packed = Guitu.bytes(words);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
})((globalThis.Guitu ??= {}));
