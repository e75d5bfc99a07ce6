/** XML is read strictly: bombs, foreign entities, depth and broken tags are refused at once. */
import { describe, expect, test } from "vitest";
import { currency } from "../../domain/values/money.ts";
import { sniffedFile } from "./sniff.ts";
import { all, first, parseXml, textAt } from "./xml.ts";

const parse = (content: string | Uint8Array) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const circumstances = { fileName: "x.xml", map: null, homeCurrency: currency("CNY") };
  return parseXml(sniffedFile(bytes, circumstances), "camt053");
};
const refusal = (content: string | Uint8Array) => {
  const parsed = parse(content);
  return parsed.ok ? null : parsed.refusal;
};
const root = (content: string | Uint8Array) => {
  const parsed = parse(content);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
};

test("names without prefix, attributes, entities, CDATA", () => {
  const text = `<n:a xmlns:n="x"><n:b Ccy="E&amp;R"> A &amp;amp; &lt;&#252;&#x4e2d; <![CDATA[<&amp;>]]> </n:b><b/></n:a>`;
  const element = root(text);
  expect(textAt(element, "a/b")).toBe("A &amp; <ü中 <&amp;>");
  expect(first(element, "a/b")?.["@Ccy"]).toBe("E&R");
  expect(all(element, "a/b")).toHaveLength(2);
  expect(all(element, "toString/a")).toEqual([]);
});

describe("refused", () => {
  test("an entity bomb, before anything is expanded", () => {
    const levels = Array.from(
      { length: 20 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY l0 "ha">${levels.join("")}]>\n<a>&l20;</a>`;
    expect(refusal(bomb)).toEqual({
      code: "statement_broken",
      format: "camt053",
      line: 2,
      problem: "forbidden",
    });
  });

  test("an external entity, in any case of letters", () => {
    expect(refusal(`<!doctype a SYSTEM "http://x/y.dtd"><a/>`)).toMatchObject({
      problem: "forbidden",
    });
  });

  test("depth above 64, also of a hundred thousand", () => {
    const deep = (levels: number) => "<a>".repeat(levels) + "</a>".repeat(levels);
    expect(refusal(deep(60))).toBeNull();
    expect(refusal(deep(65))).toMatchObject({ problem: "too_deep", line: 1 });
    expect(refusal(deep(100_000))).toMatchObject({ problem: "too_deep" });
  });

  test("a missing end is told from wrong tags", () => {
    expect(refusal("<a>\n<b>1</b>\n<c>")).toMatchObject({ problem: "cut_off" });
    expect(refusal("<a>\n<b>1</c>\n</a>")).toMatchObject({ problem: "structure", line: 2 });
    expect(refusal("<a><__proto__>1</__proto__></a>")).toMatchObject({ problem: "structure" });
  });

  test("bytes that are not in the encoding the file names, with their line", () => {
    const latin = Uint8Array.from(Buffer.from("<a>\n<b>M\xfcller</b></a>", "latin1"));
    expect(refusal(latin)).toMatchObject({ problem: "not_text", line: 2 });
    expect(refusal("<a>\n\n\u0001</a>")).toMatchObject({ problem: "not_text", line: 3 });
  });
});

test("an encoding that the file names is believed", () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?><a>M\xfcller</a>`;
  expect(textAt(root(Uint8Array.from(Buffer.from(text, "latin1"))), "a")).toBe("Müller");
  const chinese = [
    ...new TextEncoder().encode(`<?xml version='1.0' encoding='GBK'?><a>`),
    ...[0xd4, 0xc6, 0xc9, 0xbc],
    ...new TextEncoder().encode("</a>"),
  ];
  expect(textAt(root(Uint8Array.from(chinese)), "a")).toBe("云杉");
});

test("megabytes of hostile text take no longer than megabytes of good text", () => {
  const started = Date.now();
  const hostile = ["<", "<a ", "<!-- ", "<![CDATA[", "&#", "<a b='", "<a><b>", '<?xml encoding="'];
  for (const piece of hostile) {
    expect(refusal(`<a>${piece.repeat(150_000)}`)).not.toBeNull();
  }
  expect(Date.now() - started).toBeLessThan(20_000);
}, 30_000);
