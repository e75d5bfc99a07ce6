/** Invented companies and people of the demo; any likeness to real ones is chance. */

export type CompanyName = {
  readonly name: string;
  readonly nameEn: string | null;
  /** For mail addresses under `.example`, which RFC 2606 keeps free. */
  readonly brand: string;
  readonly address: string;
  /** Telephone code of the place. */
  readonly area: string;
  /** Six digits of the place, as in a 统一社会信用代码; null abroad. */
  readonly region: string | null;
  readonly segment: string;
};

type Place = readonly [city: string, district: string, area: string, region: string];

const SUZHOU: Place = ["江苏省苏州市", "吴中区", "0512", "320506"];
const WUXI: Place = ["江苏省无锡市", "新吴区", "0510", "320214"];
const KUNSHAN: Place = ["江苏省昆山市", "玉山镇", "0512", "320583"];
const CHANGZHOU: Place = ["江苏省常州市", "武进区", "0519", "320412"];
const NANJING: Place = ["江苏省南京市", "江宁区", "025", "320115"];
const SHANGHAI: Place = ["上海市", "嘉定区", "021", "310114"];
const HANGZHOU: Place = ["浙江省杭州市", "萧山区", "0571", "330109"];
const NINGBO: Place = ["浙江省宁波市", "北仑区", "0574", "330206"];
const JIAXING: Place = ["浙江省嘉兴市", "秀洲区", "0573", "330411"];
const SHENZHEN: Place = ["广东省深圳市", "宝安区", "0755", "440306"];
const DONGGUAN: Place = ["广东省东莞市", "长安镇", "0769", "441900"];
const FOSHAN: Place = ["广东省佛山市", "顺德区", "0757", "440606"];
const QINGDAO: Place = ["山东省青岛市", "黄岛区", "0532", "370211"];
const WUHAN: Place = ["湖北省武汉市", "东西湖区", "027", "420112"];
const CHENGDU: Place = ["四川省成都市", "龙泉驿区", "028", "510112"];

type Chinese = readonly [name: string, brand: string, place: Place, road: string, segment: string];

const CHINESE: readonly Chinese[] = [
  ["苏州澄湖自动化设备有限公司", "chenghu", SUZHOU, "澄湖东路18号", "自动化"],
  ["无锡鹭鸣电机有限公司", "luming", WUXI, "长江北路206号", "电机"],
  ["昆山霁月精密模具有限公司", "jiyue", KUNSHAN, "望山路77号", "模具"],
  ["常州榆阳液压科技有限公司", "yuyang", CHANGZHOU, "龙跃路9号", "液压"],
  ["南京栖霖轨道装备股份有限公司", "qilin", NANJING, "秣周路112号", "轨道交通"],
  ["上海泊远国际供应链管理（集团）股份有限公司", "boyuan", SHANGHAI, "安驰路555号", "贸易"],
  ["杭州岚桥智能仓储设备有限公司", "lanqiao", HANGZHOU, "鸿兴路31号", "仓储设备"],
  ["宁波砚海注塑机械有限公司", "yanhai", NINGBO, "黄河路288号", "注塑"],
  ["嘉兴禾穗包装机械有限公司", "hesui", JIAXING, "加创路60号", "包装机械"],
  ["深圳云梯机器人技术有限公司", "yunti", SHENZHEN, "航城大道166号", "机器人"],
  ["东莞曦和五金制品有限公司", "xihe", DONGGUAN, "振安东路43号", "五金"],
  ["佛山南堰陶瓷装备有限公司", "nanyan", FOSHAN, "兴业路8号", "陶瓷装备"],
  ["青岛泽川橡塑科技有限公司", "zechuan", QINGDAO, "昆仑山路129号", "橡塑"],
  ["武汉楚岸激光工程有限公司", "chuan", WUHAN, "金山大道701号", "激光"],
  ["成都蓉屿航空零部件有限公司", "rongyu", CHENGDU, "车城东三路15号", "航空"],
  ["苏州木渎枫桐家具五金厂", "fengtong", SUZHOU, "金桥工业园3幢", "五金"],
  ["无锡青祁泵业有限公司", "qingqi", WUXI, "梅育路88号", "泵阀"],
  ["昆山叠翠电子材料有限公司", "diecui", KUNSHAN, "章基路190号", "电子"],
  ["常州沐晨新能源科技有限公司", "muchen", CHANGZHOU, "科教路27号", "新能源"],
  ["南京听澜环境工程有限公司", "tinglan", NANJING, "诚信大道519号", "环保"],
  ["上海衡澈流体控制有限公司", "hengche", SHANGHAI, "园国路1188号", "泵阀"],
  ["杭州知屿医疗器械有限公司", "zhiyu", HANGZHOU, "红垦路535号", "医疗器械"],
  ["宁波潮信汽车零部件有限公司", "chaoxin", NINGBO, "泰山路66号", "汽车零部件"],
  ["嘉兴南曲纺织机械有限公司", "nanqu", JIAXING, "洪高路1号", "纺织机械"],
  ["深圳微澜传感科技有限公司", "weilan", SHENZHEN, "松福大道9012号", "传感器"],
  ["东莞拾光光学有限公司", "shiguang", DONGGUAN, "建安路502号", "光学"],
  ["佛山顺域空调配件有限公司", "shunyu", FOSHAN, "容奇大道中33号", "空调"],
  ["青岛北屿海洋装备有限公司", "beiyu", QINGDAO, "海西东路57号", "海工"],
  ["武汉江汇重型机床有限公司", "jianghui", WUHAN, "革新大道240号", "机床"],
  ["成都川砺钻采机械有限公司", "chuanli", CHENGDU, "界牌工业园12号", "钻采"],
  ["苏州听雨轩食品机械有限公司", "tingyu", SUZHOU, "尧峰西路9号", "食品机械"],
  ["无锡锡澄压缩机有限公司", "xicheng", WUXI, "锡兴路20号", "压缩机"],
];

type Foreign = readonly [name: string, brand: string, address: string, area: string];

const FOREIGN: readonly Foreign[] = [
  ["Harrow & Pike Industrial Ltd", "harrowpike", "14 Kiln Lane, Sheffield S9, UK", "+44 114"],
  ["Nordhagen Maskin AS", "nordhagen", "Verkstedveien 7, 3400 Lier, Norway", "+47 32"],
  ["Talbrück Fördertechnik GmbH", "talbrueck", "Am Steg 21, 73447 Oberkochen, Germany", "+49 7364"],
  ["Cedar Bluff Packaging Inc.", "cedarbluff", "2210 Foundry Rd, Dayton, OH 45404, USA", "+1 937"],
  ["Meridian Valve Works LLC", "meridianvalve", "88 Quarry St, Tulsa, OK 74107, USA", "+1 918"],
  ["Officine Brenta S.r.l.", "officinebrenta", "Via del Maglio 5, 35010 Padova, Italy", "+39 049"],
  [
    "Southern Reef Mining Pty Ltd",
    "southernreef",
    "3 Smelter Way, Perth WA 6105, Australia",
    "+61 8",
  ],
  [
    "Atelier Mécanique Duvernois SAS",
    "duvernois",
    "12 rue des Forges, 42000 Saint-Étienne",
    "+33 4",
  ],
];

export const COMPANIES: readonly CompanyName[] = [
  ...CHINESE.map(([name, brand, [city, district, area, region], road, segment]) => ({
    name,
    brand,
    area,
    region,
    segment,
    nameEn: null,
    address: `${city}${district}${road}`,
  })),
  ...FOREIGN.map(([name, brand, address, area]) => ({
    name,
    brand,
    address,
    area,
    region: null,
    segment: "出口",
    nameEn: name,
  })),
];

export const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙朱马胡郭何林高罗郑梁谢宋唐许韩冯邓曹"];
export const GIVEN_NAMES = [
  ..."敏静丽强磊洋艳勇杰娟涛明超霞平刚桂兰玲芳燕辉斌波宁旭琳",
  ..."雪梅 志远 海燕 建国 晓东 思远 文静 子涵 雨桐 嘉怡 俊杰 立新 春华 秋实".split(" "),
];
export const FOREIGN_PEOPLE = [
  "Alice Harding",
  "Ingrid Solberg",
  "Jonas Keller",
  "Maya Whitfield",
  "Daniel Ortega",
  "Chiara Bonetti",
  "Owen Fletcher",
  "Camille Renaud",
  "Petra Lindqvist",
  "Samuel Reed",
];

/** Who sells for the demo company. */
export const SALESPEOPLE = ["顾晓岚", "陆一鸣", "沈知行", "苏婉"];
