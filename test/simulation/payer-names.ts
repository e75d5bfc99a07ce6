/** Who pays: invented companies in families, and how their names arrive at a bank. */
import { type Chance, chanceOf } from "../../src/demo/chance.ts";

export type Payer = {
  readonly name: string;
  readonly englishName: string | null;
  readonly foreign: boolean;
  /** Companies of one family look alike and now and then pay for each other. */
  readonly family: number;
  readonly account: string;
  readonly boss: string;
  readonly parent: string;
};

const [CITIES, CITIES_EN] = [
  "常州 嘉兴 烟台 泉州 中山 珠海 合肥 南通 绍兴 温州 潍坊 惠州".split(" "),
  "CHANGZHOU JIAXING YANTAI QUANZHOU ZHONGSHAN ZHUHAI HEFEI NANTONG SHAOXING WENZHOU WEIFANG HUIZHOU".split(
    " ",
  ),
];
const CORES = [..."岭澜嵘柏桐朗曜祺骏麒蔚翎峻沛煜珩睿屹"];
const CORES_EN = (
  "LING LAN RONG BAI TONG LANG YAO QI JUN QI WEI LING JUN PEI YU HENG RUI YI" as string
).split(" ");
const TRADES = [
  ["环保设备", "ENVIRONMENTAL EQUIPMENT"],
  ["五金制品", "HARDWARE"],
  ["纺织", "TEXTILE"],
  ["国际贸易", "INTERNATIONAL TRADING"],
  ["自动化科技", "AUTOMATION TECHNOLOGY"],
  ["塑胶", "PLASTICS"],
  ["冷链物流", "COLD CHAIN LOGISTICS"],
  ["电气", "ELECTRIC"],
  ["生物制药", "BIOPHARMACEUTICAL"],
  ["家居用品", "HOUSEHOLD"],
] as const;
const FORMS = ["有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"];
const FOREIGN_HEADS = "ALDER BRIGHTWATER CASTELLAN DORNFELD ESKER FALKENAU GRANMOOR HOLTEN".split(
  " ",
);
const FOREIGN_TRADES = "INSTRUMENTS,FLOW CONTROL,BEARINGS,TEXTILES,MARINE SUPPLY,OPTICS".split(",");
const FOREIGN_FORMS = "GMBH,LTD,LIMITED,INC.,S.P.A.,PTY LTD,K.K.,SP. Z O.O.,LLC,B.V.".split(",");
const SURNAMES = [..."韩冯邓曹彭曾萧田董潘袁蔡"];
const GIVEN = "建国 丽华 晓东 志远 春梅 海燕 明 静 一鸣 思源".split(" ");
export const PLATFORMS = [
  "收付通支付有限公司备付金",
  "银联商务股份有限公司",
  "连连跨境支付有限公司",
];

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.integer(0, 9)).join("");
export const accountOf = (chance: Chance): string => `6${digits(chance, 15)}`;
export const personOf = (chance: Chance): string => chance.pick(SURNAMES) + chance.pick(GIVEN);

const pinyin = (core: string): string =>
  [...core].map((character) => CORES_EN[CORES.indexOf(character)] ?? "").join("");

function chineseName(chance: Chance, core: string): { name: string; englishName: string } {
  const at = chance.integer(0, CITIES.length - 1);
  const city = CITIES[at] as string;
  const [trade, tradeEn] = chance.pick(TRADES);
  const form = chance.pick(FORMS);
  const inside = chance.happens(25);
  const name = inside
    ? `${core}${trade}（${city}）${form}`
    : `${city}${chance.happens(30) ? "市" : ""}${core}${trade}${form}`;
  return { name, englishName: `${CITIES_EN[at]} ${pinyin(core)} ${tradeEn} CO., LTD.` };
}

/** A stranger's name: of the same shape as the customers', and none of them. */
export function strangerName(chance: Chance, taken: ReadonlySet<string>): string {
  for (;;) {
    const core = chance.pick(CORES) + chance.pick(CORES);
    const { name } = chineseName(chance, core);
    if (!taken.has(name)) return name;
  }
}

/** One character of the name's own part is another: a different company in the register. */
export function nearName(chance: Chance, name: string, taken: ReadonlySet<string>): string {
  const letters = [...name];
  const places = letters.flatMap((letter, at) => (CORES.includes(letter) ? [at] : []));
  if (places.length === 0) return strangerName(chance, taken);
  letters[chance.pick(places)] = chance.pick(CORES);
  const near = letters.join("");
  return taken.has(near) ? strangerName(chance, taken) : near;
}

/** One company, or in a fifth of cases two to four that look alike and may share their boss. */
function makeFamily(chance: Chance, family: number, foreign: boolean): readonly Payer[] {
  const core = chance.pick(CORES) + chance.pick(CORES);
  const head = `${chance.pick(FOREIGN_HEADS)} ${chance.pick(FOREIGN_TRADES)}`;
  const parent = foreign ? `${head} HOLDING AG` : `${core}控股（集团）有限公司`;
  const shared = personOf(chance);
  const members = chance.happens(20) ? chance.integer(2, 4) : 1;
  return Array.from({ length: members }, () => {
    const made = foreign
      ? { name: `${head} ${chance.pick(FOREIGN_FORMS)}`, englishName: null }
      : chineseName(chance, core);
    const boss = chance.happens(80) ? personOf(chance) : shared;
    return { ...made, foreign, family, account: accountOf(chance), boss, parent };
  });
}

/** `count` different companies. */
export function makePayers(seed: string, count: number, foreignPercent: number): readonly Payer[] {
  const chance = chanceOf(`${seed} payers`);
  const payers = new Map<string, Payer>();
  for (let family = 0; payers.size < count; family += 1) {
    for (const payer of makeFamily(chance, family, chance.happens(foreignPercent))) {
      if (payers.size < count && !payers.has(payer.name)) payers.set(payer.name, payer);
    }
  }
  return [...payers.values()];
}

const FULL_WIDTH = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

function width(chance: Chance, name: string): string {
  const ways = [
    name.replaceAll("（", "(").replaceAll("）", ")"),
    `${name} `,
    name.toLowerCase(),
    FULL_WIDTH(name),
    name.replaceAll(" ", "  "),
  ];
  return chance.pick(ways);
}

function abbreviated(chance: Chance, { name, foreign }: Payer): string {
  if (foreign) {
    const words = name.split(" ");
    return words.slice(0, chance.integer(1, words.length - 1)).join(" ");
  }
  const plain = name.replace(/(股份|集团)?有限(责任)?公司$/, "");
  const bare = plain.replace(/（.*）/, "").replace(new RegExp(`^(${CITIES.join("|")})市?`), "");
  return chance.pick([plain, `${plain}公司`, bare, bare.slice(0, 4)]);
}

function typo(chance: Chance, name: string): string {
  const letters = [...name];
  const at = chance.integer(0, letters.length - 2);
  const how = chance.integer(0, 2);
  if (how === 0) letters.splice(at, 2, letters[at + 1] as string, letters[at] as string);
  if (how === 1) letters.splice(at, 1);
  if (how === 2) letters.splice(at, 0, letters[at] as string);
  return letters.join("");
}

const truncated = (chance: Chance, { name, foreign }: Payer): string =>
  foreign
    ? `${chance.happens(50) ? "1/" : ""}${name.slice(0, chance.integer(12, 35))}`
    : name.slice(0, chance.integer(6, Math.max(6, name.length - 2)));

export type WrittenPayer = { readonly kind: string; readonly name: string; readonly own: boolean };

/** How the customer's name stands in the line; `own`: it can be told from the name who paid. */
export function writePayer(
  chance: Chance,
  kind: string,
  payer: Payer,
  siblings: readonly Payer[],
): WrittenPayer {
  const own = (name: string): WrittenPayer => ({ kind, name, own: true });
  const others = (name: string): WrittenPayer => ({ kind, name, own: false });
  if (kind === "width") return own(width(chance, payer.name));
  if (kind === "abbreviated") return own(abbreviated(chance, payer));
  if (kind === "typo") return own(typo(chance, payer.name));
  if (kind === "truncated") return own(truncated(chance, payer));
  if (kind === "english" && payer.englishName !== null) return own(payer.englishName);
  if (kind === "missing") return others("");
  if (kind === "person") return others(payer.boss);
  if (kind === "parent") return others(payer.parent);
  if (kind === "platform") return others(chance.pick(PLATFORMS));
  if (kind === "sibling" && siblings.length > 0) return others(chance.pick(siblings).name);
  return { kind: "exact", name: payer.name, own: true };
}
