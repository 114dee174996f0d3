import type { Gender } from '../visit.ts'

/** What a stretch of a list can be. Those that are no field of a guest go to the notes with their label, ID numbers nowhere. */
export type TokenKind =
  | 'name'
  | 'familyName'
  | 'title'
  | 'organization'
  | 'department'
  | 'phone'
  | 'email'
  | 'idNumber'
  | 'plate'
  | 'gender'
  | 'salutation'
  | 'ethnicity'
  | 'religion'
  | 'language'
  | 'diet'
  | 'health'
  | 'room'
  | 'role'
  | 'head'
  | 'flight'
  | 'moment'
  | 'place'
  | 'count'
  | 'unread'
  /** A word that only says what stands behind it. */
  | 'label'

const any = (words: string): RegExp =>
  new RegExp(`^(?:${words.trim().replace(/\./gu, '\\.').replace(/\s+/gu, '|')})$`, 'iu')

const TITLES = `
名誉董事长 董事长 副董事长 执行董事 独立董事 董事 董秘 总裁 副总裁 高级副总裁 总经理 副总经理 总工程师 副总工程师 总工 总监 副总监 总经济师 总会计师 总规划师 总设计师 经理 副经理 主任 副主任 主席 副主席 会长 副会长 秘书长 副秘书长
理事长 副理事长 理事 监事 监事长 秘书 局长 副局长 处长 副处长 科长 副科长 部长 副部长 司长 副司长 厅长 副厅长 省长 副省长 市长 副市长 县长 副县长 区长 副区长 镇长 副镇长 乡长 村长 书记 副书记 院长 副院长 所长 副所长 校长 副校长 系主任
教授 副教授 研究员 副研究员 助理研究员 讲师 导师 院士 博士 博士后 博士生 硕士 研究生 学生 工程师 助理工程师 设计师 架构师 会计师 律师 医生 医师 主治医师 护士 护士长 助理 主管 专员 代表 首席代表 顾问 参赞 大使 领事 总领事 一等秘书 二等秘书 三等秘书 随员 武官
科员 干事 法务 翻译 司机 记者 主编 副主编 编辑 摄影师 摄像 摄影 教师 老师 厂长 副厂长 车间主任 站长 队长 副队长 组长 副组长 班长 副班长 行长 副行长 台长 社长 总编 总编辑 馆长 副馆长 店长 主席团 委员 常委 调研员 巡视员 合伙人 创始人 联合创始人 董事会秘书 负责人 联系人 会计 出纳
业务员 销售 采购 文员 技术员 技师 领班 协调员 操作员 检验员 质检员 安全员 管理员 科学家 分析师 策划 行政 财务 人事 参谋 政委 主持人 发言人 总干事 首席执行官 首席技术官 首席财务官 首席运营官 首席科学家 首席工程师 主任科员 主办 总代表 区域总监 专家 学者 退休干部 员工 职员 实习生 司务长 随行人员 工作人员 家属 夫人 董事總經理
總經理 副總經理 總裁 副總裁 董事長 副董事長 經理 副經理 總監 總工程師 工程師 處長 局長 科長 部長 主任委員 會長 祕書長 秘書長 院長 所長 校長 專員 主管 顧問 襄理 協理 副理 處長 翻譯 司機 副總 教授 助理教授
课长 課長 部長 社長 専務 常務 取締役 次長 係長 本部長 会長 董秘 工人 职工 制片 讲解员 导游 领导 副总 常务副总 老总 总 副院士 书记员 法官 检察官 检察长 庭长 主官 站务 空乘 保镖 警卫 医护 部门经理 业务代表 客户经理 产品经理 项目经理 大堂经理 财务总监 发展总监 技术总监 常务 次长 系长 专务 课长 社长 取缔役 党组书记 党委书记 党组成员 党委委员 党委副书记 纪委书记 船长 機長 机长 外教 前台 跟单 支行长 分行长 总行行长 作业长 工长 工段长 调度长 统计员 担当 代表取締役 代表取締役社長 博导 硕导 高工 人事总监 护理部主任 主任药师 副主任药师 主任医师 副主任医师 药师 技术人员 业务 内勤 文秘 秘書 特助 助理工程師 業務助理 業務經理 高級工程師 高級經理 首席財務官 首席執行官 執行董事 財務總監 技術總監 公關 記者 編輯 主播 摄影记者 摄像记者 出镜记者 出镜 摄像 制片人 编导 导演 外籍教师 区域代表 辅导员 班主任 教导主任 年级主任 保镖 随从 侍从 侄女 大师 工艺美术师 育种专家 团支书 董事局主席 科主任 巡视员 组员 四级主任科员 一级主任科员 二级主任科员 三级主任科员 一级调研员 二级调研员 三级调研员 四级调研员 外科主任 主管经理 跟单员 电工 焊工 技工 兼职`
const TITLE_WORDS = TITLES.trim().split(/\s+/u)
/** Longest first: a title is taken whole. */
const TITLE_TEXT = [...new Set(TITLE_WORDS)].sort((a, b) => b.length - a.length).join('|')
const TITLE_AT_START = new RegExp(`^(?:${TITLE_TEXT})`, 'u')
const TITLE_AT_END = new RegExp(`(?:${TITLE_TEXT})(?:助理|秘书)?$`, 'u')
const EXACT_TITLE = new RegExp(
  `^(?:正|高级|资深|常务|执行|首席|主任|助理|代理?|第一|名誉|驻[\\p{Script=Han}]{1,3}|一级|二级|三级|四级|[\\p{Script=Han}]{2}区)?(?:${TITLE_TEXT})(?:助理)?$`,
  'u',
)
const LATIN_TITLE =
  /(?:^|[\s/&-])(?:CEO|CTO|CFO|COO|CMO|CIO|CHRO|CSO|GM|VP|SVP|EVP|AVP|MD|PM|President|Chairman|Chairwoman|Chairperson|Chair|Director|Managers?|Engineer|Officer|Professor|Lecturer|Secretary|Consultant|Analyst|Partner|Founder|Co-?founder|Attach[ée]|Ambassador|Consul|Counsell?or|Minister|Mayor|Dean|Head|Lead|Leader|Specialist|Coordinator|Assistant|Representative|Executive|Architect|Developer|Scientist|Researcher|Fellow|Student|Advisor|Adviser|Buyer|Interpreter|Translator|Driver|Accountant|Lawyer|Counsel|Technician|Designer|Supervisor|Principal|Controller|Treasurer|Journalist|Reporter|Editor|Expert|Spokesperson|Doctor|Trainee|Intern|Sales|Procurement|Gesch[äa]ftsf[üu]hrer(?:in)?|Leiter(?:in)?|Directeur|Directrice|Ing[ée]nieur|Directora?|Gerente|Chef|Konstrukteur(?:in)?|Referent(?:in)?|Berater(?:in)?|Vertriebsleiter(?:in)?|Einkaufsleiter(?:in)?|Socio|Socia|Ingeniero|Ingeniera|Associate|Planner|Operator|Inspector|Merchandiser|Auditor|Curator|Photographer|Cameraman|Nurse|Surgeon|Physician|Postdoc|PhD\sstudent|Technicians?)(?:\s(?:EMEA|APAC|Asia(?:\sPacific)?|China|Greater\sChina|Europe|Americas|MENA|DACH|International|Worldwide|Japan|Korea|India))?$/iu
const LATIN_TITLE_OF =
  /^(?:(?:Vice|Deputy|Senior|Executive|Managing|Associate|Assistant|General|Global|Chief)\s)*(?:Head|Director|VP|President|Manager|Professor|Chief|Dean|Minister|Secretary|Leiter|SVP|EVP|Member)\s(?:of|for|,|de|der)\s?.{2,60}$/iu

/** Whether a text is a title and nothing else; `exact` leaves out what only ends as one. */
export function isTitle(text: string, exact = false): boolean {
  if (text.length > 60) return false
  if (/\p{Script=Han}/u.test(text)) {
    if (text.length > 1 && EXACT_TITLE.test(text)) return true
    if (/^[\p{Script=Han}]{0,14}(?:兼|及|、|\/)[\p{Script=Han}A-Za-z]{2,14}$/u.test(text) && TITLE_AT_END.test(text))
      return !exact
    return !exact && text.length <= 20 && /^[\p{Script=Han}A-Za-z、/&·()\s]+$/u.test(text) && TITLE_AT_END.test(text)
  }
  return LATIN_TITLE.test(text) || LATIN_TITLE_OF.test(text) || LATIN_TITLE_FIRST.test(text)
}

/** Languages that put what somebody leads behind: Leiter Einkauf, Gerente de Planta, Secretary to the Board. */
const LATIN_TITLE_FIRST =
  /^(?:Leiter(?:in)?|Gerente|Directeur|Directrice|Director|Directora|Responsable|Jefe|Jefa|Chef(?:fe)?|Socio|Socia|Secretary|Assistant|Advisor|Adviser|Ing[ée]nieur|Ingenier[oa]|Bereichsleiter(?:in)?|Abteilungsleiter(?:in)?|Projektleiter(?:in)?|Prokurist(?:in)?)\s(?:(?:de|del|des|du|to|the|of|für|la)\s){0,2}[\p{L}-]{2,30}(?:\s[\p{L}-]{2,30})?$/u

const ORGANIZATION_AT_END =
  /(?:公司|集团|股份|株式会社|有限|厂|研究院|研究所|研究中心|设计院|科学院|医院|学院|大学|中学|小学|学校|党校|幼儿园|银行|信用社|证券|保险|基金会?|基金|委员会|政府|人大|政协|协会|学会|商会|联合会|总会|分会|工会|联盟|理事会|常委会|财经委|人大|大使馆|领事馆|使馆|代表处|办事处|事务所|酒店|宾馆|饭店|报社|杂志社|出版社|通讯社|电视台|旅行社|合作社|俱乐部|博物馆|图书馆|展览馆|科技馆|管委会|开发区|高新区|工业园|科技园|产业园|市委|省委|县委|区委|党委|团委|发改委|国资委|卫健委|经信委|外办|侨办|台办|国台办|贸促会|工商联|消防队|支队|总队|大队|海关|法院|检察院|税务局|公安局|教育局|商务局|科技局|外事局|[省市县区]委\p{Script=Han}{2,6}[部办]|[省市县区]\p{Script=Han}{1,6}(?:[局厅委办]|办公室)|[省市县区镇]|科技|实业|控股|置业|地产|重工|汽车|电子|制药|药业|能源|电力|航空|物流|传媒|软件|网络|機構|集團|協會|學會|商會|大學|學院|醫院|銀行|研究中心|總會|基金會|委員會|中心|总部|分公司|子公司|分行|支行|机构|组织|代表团|考察团|访问团)$/u
/** What firms make or do, at the end of a name that leaves out 公司: 华腾电气, 铁西泵业, 江城日报. */
const TRADES =
  `铝业 钛业 铜业 镍业 钢业 糖业 纸业 木业 鞋业 乳业 酒业 茶业 矿业 煤业 泵业 种业 渔业 牧业 盐业 果业 药业 船业 塑业 乐业 置业 地产 油脂 电气 电器 电机 电缆 电池 电源 电讯 食品 饮料 装备 设备 机械 机电 机床 机器人 重机 重型 精机 精工 精密 仪器 仪表 智造 制造 智能 自动化 信息 数据 通信 通讯 网络科技 光电 光学 半导体 芯片 微电子 集成电路 激光 材料 新材 建材 建工 建设集团 路桥 交建 城投
  水泥 玻璃 陶瓷 卫浴 五金 阀门 轴承 齿轮 模具 铸造 铸管 钢构 钢铁 特钢 有色 稀土 石化 石油 化工 化学 盐化 涂料 塑料 橡胶 轮胎 包装 印刷 造纸 纺织 服饰 服装 鞋机 家居 家具 家电 灯饰 照明 玩具 珠宝 珍珠 紫砂 酿造 酒庄 茶叶 火腿 粮油 粮食集团 农机 农牧 花卉 种子
  医疗 医药 生物 药房 器械 诊断 基因 教育 文化 文旅 旅游 影视 广告 会展 咨询 检测 认证 租赁 担保 资本 投资 金融 基金 保理 商贸 贸易 进出口 外贸 电商 零售 超市 百货 餐饮 物业 供应链 港务 港口 船务 船舶 造船 海运 航运 航空 航天 客运 公交 地铁 铁路 轨道 客车 动力 燃气 热力 水务 水利 环保 环境 新能源 光伏 风电 核电 电网 供电 水电 火电
  日报 晚报 早报 周刊 时报 电视台 广播台 频道 理工 师大 交大 财大 总行 海外 联盟 一院 二院 三院 中医院 口岸服务 港`
    .trim()
    .split(/\s+/u)
    .join('|')
const TRADE_AT_END = new RegExp(`^\\p{Script=Han}{2,12}(?:${TRADES})$`, 'u')
/** Ends and beginnings of what somebody does, not of a firm. */
const NO_TRADE =
  /(?:专|毕|职|行|企|作|就|创|开|营|停|事|产|工|农|商|林)业$|^(?:不|有|无|要|请|需|可|自|同|没|都|已|在|来|去|坐|乘|到|住|分管|负责|主管|从事)/u
const isTrade = (text: string): boolean =>
  text.length >= 4 && TRADE_AT_END.test(text) && !NO_TRADE.test(text) && !TITLE_AT_START.test(text)

const PLAIN_PLACES = /^(?:.{0,3}(?:小区|社区|园区|厂区|景区|地区)|.{1,6}[省市县区镇])$/u
const LATIN_ORGANIZATION =
  /(?:^|[\s,.&])(?:Inc|Incorporated|Ltd|Limited|LLC|LLP|LP|GmbH|AG|KG|SE|S\.?A|S\.?A\.?S|SpA|S\.p\.A|S\.?r\.?l|B\.?V|N\.?V|Oy|AB|A\/S|ASA|PLC|Corp|Corporation|Co|Company|Pte|Pty|K\.?K|Kaisha|University|Universit[äyéà]t?|Institute|Institut|College|School|Academy|Association|Foundation|Federation|Chamber|Embassy|Consulate|Ministry|Agency|Bureau|Council|Commission|Committee|Authority|Bank|Group|Gruppe|Groupe|Holdings?|Industries|International|Technolog(?:y|ies)|Systems|Solutions|Partners|Consulting|Laborator(?:y|ies)|Labs|Hospital|Museum|Press|Airlines|Motors|Electric|Energy|Pharma|Pharmaceuticals|Software|Networks|Enterprises|Trading|Logistics|Center|Centre|Union|Society|Trust|Capital|Ventures|Verband|Hochschule)\.?$/u
const LATIN_ORGANIZATION_OF =
  /^(?:The\s)?(?:University|Ministry|Embassy|Institute|Chamber|Department|Bank|City|Government|Consulate(?:\sGeneral)?|Bureau|Federation|College|Academy|Hochschule|Universit[äé]t?)\s(?:of|for|de|zu)\s.{2,60}$/u

/** Words that say which kind of office, not which. */
const NO_ORGANIZATION =
  /^(?:子|分|总|母|本|我|该|贵|集团|各|有限)?(?:公司|研究院|研究所|设计院|研究中心|委员会|代表处|办事处|事务所|分公司|子公司|代表团|考察团|访问团|科学院|医院|机构|组织|中心|总部|基金会|联合会)$/u
const LATIN_ORGANIZATION_WITHIN =
  /^(?=.{4,70}$)(?:[\p{L}&.'’-]+\s){0,5}(?:Universit(?:y|ät|é|à|et|eit|adea?)|Universidad|Université|Politecnico|Polytechnic|Hochschule|École|Instituto|Ministerium|Embassy|Chamber|Institute)(?:\s[\p{L}&.'’-]+){1,5}$/u

/** Whether a text is the name of a company, an office, a school, an association. */
export function isOrganization(text: string): boolean {
  const bare = text.replace(/[(（][^()（）]{0,20}[)）]$/u, '').trim()
  if (bare.length < 2 || bare.length > 80 || /[。!?！？]/u.test(bare)) return false
  if (/\p{Script=Han}/u.test(bare))
    return (
      bare.length >= 3 &&
      bare.length <= 40 &&
      (ORGANIZATION_AT_END.test(bare) || isTrade(bare) || /^(?:株式会社|有限会社|合同会社)./u.test(bare)) &&
      !PLAIN_PLACES.test(bare) &&
      !NO_ORGANIZATION.test(bare)
    )
  return LATIN_ORGANIZATION.test(bare) || LATIN_ORGANIZATION_OF.test(bare) || LATIN_ORGANIZATION_WITHIN.test(bare)
}

/** Organizations whose end says so beyond doubt: what follows may run into them. */
export const ORGANIZATION_FRONT =
  /^(\p{Script=Han}{1,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|分公司|公司|集团|研究院|研究所|设计院|大学|学院|医院|银行|委员会|协会|学会|商会|联合会|基金会|大使馆|领事馆|事务所|管委会|发改委|市政府|省政府|县政府|区政府|政府))(.+)$/u

/** Whether a text is part of an organization: a department, an office, a section. */
export const isDepartment = (text: string): boolean =>
  /\p{Script=Han}/u.test(text)
    ? /^[\p{Script=Han}A-Z]{1,14}(?:部|处|科|室|司|办|办公室|事业部|中心|车间|班组|分部|本部|课|組|处室|科室|部门|條線|条线|工段|支部|财务组)$/u.test(
        text,
      ) &&
      !/^(?:[贵我本该]?公司|[贵我本该弊敝]司|公室|全部|外部|内部|总部|干部|部|司|处|科|室|办|何处|到处|教室|浴室|卧室|会议室|到处|休息室)$/u.test(
        text,
      )
    : /^(?:Department|Dept\.?|Division|Office)\sof\s.{2,50}$|^.{1,40}\s(?:Department|Dept\.?|Division|Office|Team|Unit)$/iu.test(
        text,
      )

const GROUPS =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
    .split(' ')
    .map(group => (group.length > 1 ? `${group}族?` : `${group}族`))
    .join(' ')
const ETHNICITY = any(GROUPS.replace('俄罗斯族?', '俄罗斯族').replace('朝鲜族?', '朝鲜族').replace('蒙古族?', '蒙古族'))
export const isEthnicity = (text: string): boolean => ETHNICITY.test(text)

export const isReligion = any(
  '佛教徒? 伊斯兰教徒? 基督教徒? 天主教徒? 道教徒? 东正教徒? 印度教徒? 犹太教徒? 穆斯林 信佛 佛教居士 muslim islam buddhist buddhism christian catholic hindu jewish',
)

export const isLanguage = any(
  '(?:中|英|法|德|日|俄|韩|西|西班牙|葡萄牙|意大利|阿拉伯|泰|越南|葡|意|粤|国|普通)[语文话] 汉语 华语 (?:只)?(?:会|讲|说)(?:中文|英语|英文|法语|德语|日语|俄语|韩语|粤语) chinese english french german japanese russian korean spanish portuguese italian arabic mandarin cantonese thai vietnamese',
)

const DIET =
  /^(?:全素|吃素|素食者?|素餐|纯素|蛋奶素|佛素|茹素|半素|净素|清真(?:餐|饮食|食品)?|穆斯林餐|少盐|少油|少糖|低糖|低盐|低脂|无糖|无麸质|无麦麸|无乳糖|不(?:能)?(?:吃|食|要|喝|饮|沾|碰|可吃)[^,，;；。]{1,16}|忌[^,，;；。]{1,16}|(?:对)?[^,，;；。]{0,10}(?:海鲜|花生|坚果|牛奶|乳制品|乳糖|鸡蛋|蛋|鱼|虾|蟹|虾蟹|贝类|贝壳|芒果|酒精|麸质|大豆|豆制品|牛羊肉|食物|菠萝|小麦|蘑菇|菌类)(?:类)?(?:严重)?(?:过敏|不耐受?|不耐)|戒酒|滴酒不沾|不饮酒|喜[^,，;；。]{0,4}(?:辣|甜|清淡)|爱吃[^,，;；。]{1,8}|微辣|免辣|不辣|怕辣|清淡|口味清淡|无忌口|无特殊饮食(?:要求)?|糖尿病餐|儿童餐|素|海鲜过敏|vegetarian(?:\smeals?)?|strict\svegetarian|vegan|pescatarian|halal(?:\s(?:food|meals?|only))?|kosher|gluten[\s-]?free|lactose[\s-](?:intolerant|free)|dairy[\s-]?free|coeliac|celiac|(?:no|without|avoids?|allergic\sto|cannot\seat|does\snot\seat|doesn'?t\seat)\s(?:any\s)?(?:pork|lard|bacon|ham|beef|meat|poultry|chicken|fish|seafood|shellfish|nuts?|peanuts?|dairy|milk|eggs?|gluten|alcohol|spicy(?:\sfood)?|lamb|red\smeat|garlic|onions?|shrimps?|prawns?|soy)(?:[\s,/&]{1,3}(?:and|or)?\s?(?:pork|beef|fish|seafood|shellfish|nuts?|dairy|eggs?|alcohol))?|al[ée]rgic[oa]\sal?\s.{2,30}|allergique\s.{2,30}|allergi(?:e|sch)\s.{2,30}|vegetarian[oa]s?|vegan[oa]|vegetarisch|vegetariano|v[ée]g[ée]tarien(?:ne)?|vegetarier(?:in)?|sin\sgluten|sans\sporc|kein\sschweinefleisch|食素|素食者|吃斋|不食(?:肉|牛|豬|猪)|(?:nut|peanut|seafood|shellfish|egg|fish|soy|dairy|gluten|milk|shrimp)\s(?:allergy|allergies|intolerance))$/iu
export const isDiet = (text: string): boolean => text.length <= 60 && DIET.test(text)

const HEALTH =
  /糖尿病|高血压|低血压|血压高|心脏病?|冠心病|哮喘|轮椅|拐杖|怀孕|孕妇|孕期|行动不便|腿脚|腿伤|骨折|听力|视力|残疾|术后|手术|过敏体质|青霉素|花粉过敏|药物过敏|头孢|晕车|晕机|恐高|癫痫|透析|起搏器|腰椎|颈椎|膝盖|wheelchair|diabet|asthma|pregnant|hypertension|heart condition|crutches|pacemaker|penicillin|hearing aid|epilep|hay fever|limited mobility|reduced mobility/iu
export const isHealth = (text: string): boolean => text.length <= 60 && HEALTH.test(text)

const ROOM =
  /^(?:要|住|需|需要|安排|希望)?(?:高楼层|低楼层|安静|无烟|吸烟|豪华|行政|商务|高级)?(?:大床房?|双床房?|双人间|单人间|单人房|标准?间|标双|标单|单间|套房|套间|单住|单独住|合住|拼房|同住|无烟房?|无烟楼层|吸烟房|大床|高楼层|低楼层|家庭房|亲子房|总统套房|不住宿|不需住宿|需住宿|自行安排住宿)(?:\d{1,2}间)?$|^与\p{Script=Han}{2,4}(?:同住|合住|一间)$|^(?:king|queen|twin|double|single|executive|non-?smoking|smoking|junior|deluxe|high\sfloor|quiet)(?:[\s-](?:size|bed|beds|room|suite|floor|non-smoking|smoking|single|double))*$|^(?:junior\s)?suite$/iu
export const isRoomWish = (text: string): boolean => text.length <= 40 && ROOM.test(text)

export const isHead = (text: string): boolean =>
  /^(?:代表团|考察团|访问团)?(?:团长|團長|领队|領隊|带队|领队人|带队领导|主宾|主賓|首席嘉宾|总领队)$|^(?:delegation\s(?:head|leader)|head\sof\s(?:the\s)?delegation|team\sleader|group\sleader|delegation\slead|leader|HoD)$/iu.test(
    text,
  )

/** Work beside the delegation that is no place in its firm. */
export const isRole = (text: string): boolean =>
  /^(?:(?:随行|随团|专职)?(?:翻译|译员|司机|驾驶员|随员|警卫|摄影|摄像|医生|记者|联络员|联络人|秘书|陪同|全陪|地陪|导游|工作人员|随行人员?|联系人|对接人|副团长|副领队|秘书长|团员|成员|家属|配偶|夫人)|翻譯|司機|interpreter|translator|driver|escort|bodyguard|spouse|deputy\shead|deputy\sleader|vip|speaker|delegate|contact\sperson|contact)$/iu.test(
    text,
  )

const MALE = any('男 男性 男士 先生 m male mr mr. herr monsieur m. boy sir mister 男生 señor sr.')
const FEMALE = any(
  '女 女性 女士 小姐 f female ms ms. mrs mrs. miss frau madame mme mme. mlle 女生 太太 夫人 madam señora sra.',
)
/** Gender as people write it, or null where the text says none. */
export function genderWord(text: string): Gender | null {
  if (MALE.test(text)) return 'male'
  return FEMALE.test(text) ? 'female' : null
}

/** A form of address that says no gender: kept with its label. */
export const isRank = any(
  'dr dr. prof prof. professor dr.-ing. dr.-ing eng. ing. ing dipl.-ing. hon. sir dame h.e. h.e rev. rev capt. capt col. gen. 同志 博士 教授 院士 阁下 dr.med. mag. phd ph.d. mba md m.d.',
)

export const isPlace = (text: string): boolean =>
  /^\p{Script=Han}{2,12}(?:机场|国际机场|火车站|高铁站|客运站|码头|口岸|航站楼|站)(?:[A-Z]?T?\d(?:航站楼)?)?$|^T[1-5](?:航站楼)?$|^(?:terminal|T)\s?[1-5]$|^.{2,30}\s(?:airport|station|terminal)(?:\sT?\d)?$/iu.test(
    text,
  )

/** What no one is called: greetings, thanks, requests, the words around a list. */
export const TALK =
  /那边|来(?:[一二两三四五六七八九十]|\d{1,3})[位人名个]|共有|\bwe (?:will|are|have|would)\b|您好|你好|大家好|各位|早上好|下午好|晚上好|谢谢|感谢|多谢|辛苦|麻烦|拜托|烦请|敬请|恳请|收到|好的|如下|附件|见附|名单|此致|敬礼|顺祝|祝好|商祺|时祺|盼复|望回复|上述|以上|以下|请(?!假)|我们|我司|我方|贵司|贵公司|人员信息|来访|前来|参观|考察|抵达后|出席|将于|一行|欢迎|打扰|更新|补充一下|周知|知悉|统计|接龙|报名|不好意思|請|謝謝|您|^dear\b|^hi\b|^hello\b|regards|thanks|thank you|sincerely|^best\b|please|attached|fyi|looking forward|kindly|cheers|good morning|guest list|participants?|delegation list|the following|will (?:visit|attend|arrive|join)|below/iu

/** Words that close a letter: what follows signs it. */
export const CLOSING =
  /^(?:此致|敬礼|此致\s?敬礼|[顺順][祝颂頌]\s?(?:商祺|时祺|時祺)|敬[颂頌祝]\s?\S{0,4}|祝好|商祺|(?:best|kind|warm|with kind)\s?(?:regards|wishes)?|regards|sincerely|yours (?:sincerely|faithfully|truly)|thanks(?: and regards| in advance)?|thank you|cheers|谢谢|多谢|感谢|谢谢您|mit freundlichen grüßen|cordialement)\s*[!！.。,，~]*$/iu
