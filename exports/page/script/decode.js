// The data out of the page: base64, deflated JSON; null where the browser cannot unpack.
(function (Guitu) {
  "use strict";

  Guitu.decode = async function (words) {
    if (!("DecompressionStream" in globalThis)) return null;
    const packed = Uint8Array.from(atob(words.trim()), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
})((globalThis.Guitu ??= {}));
