// Values by value: 1.5万亿 is 15000亿元, 5公里 are 5000米 where the page knows what both units are.
(function (Guitu) {
  "use strict";
  const SCALES = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }, AMOUNT = /^(\d+(?:\.\d+)?)([百千万亿]*)(\D*)$/;

  const scale = (words) => [...words].reduce((product, sign) => product * (SCALES[sign] ?? 1), 1);
  const scaled = (unit) => /^[百千万亿]*/.exec(unit)[0];
  const same = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));

  Guitu.amounts = function (app) {
    const { figures } = app.data, { fold } = app.folding;
    let units = null;

    // What one of a unit is in its normal unit, by the figures that have both: 亿元, 公里
    const normal = (unit) => (units ??= new Map(figures.filter((row) => row.normalUnit && row.value)
      .map((row) => [fold(row.unit), { factor: row.normal / row.value, unit: row.normalUnit }]))).get(unit);

    // A test of figures by their places; null where the words are no value with a unit or a scale
    function test(words) {
      const [, digits, scales, rest] = AMOUNT.exec(words) ?? [];
      if (digits === undefined || !(scales + rest)) return null;
      const amount = Number(digits) * scale(scales), known = normal(scales + rest);
      return (at) => {
        const row = figures[at], unit = fold(row.unit), own = scaled(unit);
        if (known && row.normalUnit === known.unit && same(row.normal, Number(digits) * known.factor)) return true;
        return (rest === "" || unit.slice(own.length) === rest)
          && [row.value, row.max].some((value) => typeof value === "number" && same(value * scale(own), amount));
      };
    }
    return { test };
  };
})((globalThis.Guitu ??= {}));
