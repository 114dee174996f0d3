import { GUEST_COLUMNS, type GuestColumn } from './guestDraft.ts'
import { tidy } from './tidy.ts'

/** What a heading can name: a field of a guest, or something that a guest has no field for. */
export type HeadingKind =
  | GuestColumn
  | 'lastName'
  | 'firstName'
  | 'salutation'
  | 'department'
  | 'idNumber'
  | 'plate'
  | 'room'
  | 'role'
  | 'arrival'
  | 'departure'
  | 'index'
  | 'keep'

/** Headings as they stand in real guest lists, compared without spaces, case, punctuation and width. */
export const HEADINGS: Record<HeadingKind, readonly string[]> = {
  name: [
    '姓名',
    '名字',
    '客户',
    '来宾',
    '来宾姓名',
    '客人姓名',
    '宾客姓名',
    '中文名',
    '中文姓名',
    '嘉宾',
    '嘉宾姓名',
    '人员姓名',
    'name',
    'fullname',
    'guest',
    'guestname',
    'chinesename',
    'visitor',

    '人员',
    '贵宾',
    '参会人',
    '参会人员',
    '参会者',
    '与会者',
    '与会人',
    '来访者',
    '来访人',
    '来访人员',
    '宾客',
    '客人',
    '访客',
    '中文',
    '全名',
    '姓名中文',
    '团员',
    '成员',
    '出席人员',
    '出席人',
    '参加人员',
    '名称姓名',
    'names',
    'attendee',
    'attendeename',
    'participant',
    'participantname',
    'delegate',
    'visitorname',
    'namechinese',
    'nameofguest',
    'nameofvisitor',
    'passengername',
    '乘客姓名',
    '旅客姓名',
    '入住人',
    '入住人姓名',
    '住客',
    '住客姓名',
    '入住客人',
    'participantsname',
  ],
  latinName: [
    '英文名',
    '英文姓名',
    '拼音',
    '姓名拼音',
    '拼音姓名',
    '外文名',
    'latinname',
    'englishname',
    'pinyin',
    'nameinenglish',
    'romanizedname',

    '英文',
    '姓名英文',
    '护照姓名',
    '护照英文名',
    '护照拼音',
    '姓名汉语拼音',
    '汉语拼音',
    '外文姓名',
    'namepinyin',
    'nameenglish',
    'nameasinpassport',
    'passportname',
    'nameinpassport',
  ],
  title: [
    '职务',
    '职位',
    '职称',
    '头衔',
    '岗位',
    '职务职称',
    'title',
    'jobtitle',
    'position',
    'role',
    'job',
    '头衔职务',
    '行政职务',
    '现任职务',
    '职务职位',
    '职衔',
    '职级',
    '职别',
    '身份职务',
    '担任职务',
    '职务级别',
    '职位职称',
    'designation',
    'positiontitle',
    'jobposition',
    'function',
    'occupation',
    'funktion',
    'fonction',
    'poste',
    'cargo',
    'puesto',
    '职业',
  ],
  organization: [
    '单位',
    '公司',
    '来访单位',
    '工作单位',
    '单位名称',
    '公司名称',
    '所在单位',
    '机构',
    'organization',
    'organisation',
    'company',
    'employer',
    'affiliation',

    '所属单位',
    '企业',
    '企业名称',
    '所在公司',
    '任职单位',
    '工作单位名称',
    '公司单位',
    '单位全称',
    '派出单位',
    '代表单位',
    '团体',
    '来自',
    '学校',
    '院校',
    '服务单位',
    '机构名称',
    'institution',
    'organisationname',
    'organizationname',
    'companyname',
    'firm',
    'university',
    'agency',
    'delegation',
    '单位学校',
    '医院',
    '医院名称',
    '媒体',
    '媒体名称',
    '报社',
    '学校名称',
    '所属公司',
    '所属机构',
    'firma',
    'unternehmen',
    'société',
    'entreprise',
    'empresa',
    'employerorganization',
  ],
  gender: ['性别', 'gender', 'sex', '男女', '称呼性别', 'mf', 'fm', 'genderm/f'],
  phone: [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '联系方式',
    '电话号码',
    '移动电话',
    'phone',
    'mobile',
    'tel',
    'telephone',
    'cell',
    'phonenumber',
    'mobilephone',
    'contact',

    '联络电话',
    '手提电话',
    '行动电话',
    '联系手机',
    '本人手机',
    '电话手机',
    '手机电话',
    '联系号码',
    '手机号码',
    '联络方式',
    '号码',
    'cellphone',
    'contactnumber',
    'contactno',
    'phoneno',
    'mobileno',
    'mobilenumber',
    'telno',
    'phonemobile',
    'telephonenumber',
    'contactphone',
    'whatsapp',
    'telefon',
    'handy',
    'tel.',
    'mob',
  ],
  email: [
    '邮箱',
    '电子邮箱',
    '邮件',
    '电子邮件',
    'email',
    'mail',
    'emailaddress',
    '电邮',
    '邮箱地址',
    '邮件地址',
    'emails',
    'eaddress',
  ],
  language: ['语言', '语种', 'language', '工作语言', '母语', '交流语言', 'languages', 'preferredlanguage'],
  diet: [
    '饮食',
    '饮食禁忌',
    '忌口',
    '饮食要求',
    '餐饮要求',
    '用餐要求',
    'diet',
    'dietary',
    'dietaryrequirements',
    'dietaryrestrictions',
    'food',

    '饮食习惯',
    '饮食偏好',
    '特殊饮食',
    '用餐',
    '餐食',
    '餐食要求',
    '饮食需求',
    '忌食',
    '忌口情况',
    '特殊餐食',
    '用餐禁忌',
    '饮食限制',
    '用餐习惯',
    '饮食忌口',
    '膳食',
    'dietaryneeds',
    'dietaryrequirement',
    'dietaryrestriction',
    'dietarypreference',
    'dietarypreferences',
    'specialdiet',
    'meal',
    'mealpreference',
    'meals',
    'foodallergies',
    'allergies',
    'allergy',
    'foodrequirements',
  ],
  religion: ['宗教', '宗教信仰', '信仰', 'religion'],
  ethnicity: ['民族', '族别', 'ethnicity', 'ethnicgroup'],
  health: [
    '健康',
    '健康状况',
    '身体状况',
    '特殊照顾',
    'health',
    'medical',
    'accessibility',
    '健康情况',
    '健康备注',
    '身体情况',
    '病史',
    '特殊需求健康',
    '无障碍需求',
    'healthconditions',
    'specialneeds',
    'accessibilityneeds',
    'medicalconditions',
  ],
  notes: [
    '备注',
    '说明',
    '其他',
    'notes',
    'note',
    'remarks',
    'remark',
    'comment',
    'comments',
    '备考',
    '附注',
    '其它',
    '其他说明',
    '其他要求',
    '特殊要求',
    '特殊需求',
    '补充说明',
    '要求',
    '需求',
    'remarksother',
    'specialrequests',
    'specialrequirements',
    'otherrequirements',
    'other',
    'additionalinformation',
  ],
  arrivalNumber: [
    '到达航班车次',
    '到达航班',
    '到达车次',
    '抵达航班',
    '航班车次',
    '航班号',
    '航班',
    '车次',
    'arrivalflight',
    'arrivaltrain',
    'arrivalnumber',
    'arrivalflightortrain',
    'flight',

    '抵达航班车次',
    '来程航班',
    '去程航班',
    '来程车次',
    '去程车次',
    '来程航班车次',
    '到达班次',
    '航班车次号',
    '班次',
    '抵达车次',
    '抵达航班号',
    '到达航班号',
    '进港航班',
    '接机航班',
    '来程',
    'inboundflight',
    'flightno',
    'flightnumber',
    'arrivalflightno',
    'trainno',
    'train',
  ],
  arrivalPlace: [
    '到达机场车站',
    '到达站',
    '到达机场',
    '抵达地点',
    '到达地点',
    'arrivalplace',
    'arrivalairport',
    'arrivalstation',
    'arrivalairportorstation',

    '抵达机场',
    '抵达站',
    '接机地点',
    '到达口岸',
    '接站地点',
  ],
  arrivalAt: [
    '到达时间',
    '抵达时间',
    '到站时间',
    '落地时间',
    'arrivaltime',
    'arrival',
    'arrivalat',
    'arrives',
    '到达日期时间',
    '抵达日期',
    '到达日期',
    '接机时间',
    '来程时间',
    '到港时间',
    '抵达日期时间',
    '到访时间',
    '来访时间',
    '到达',
    '抵达',
    'arrivaldate',
    'arrivaldatetime',
    'eta',
    'dateofarrival',
    'arrivaldateandtime',
  ],
  departureNumber: [
    '返程航班车次',
    '返程航班',
    '返程车次',
    '离开航班',
    'departureflight',
    'departuretrain',
    'departurenumber',
    'departureflightortrain',

    '返回航班',
    '回程航班',
    '回程车次',
    '离开车次',
    '返程班次',
    '离港航班',
    '送机航班',
    '返程',
    '回程',
    '返程航班号',
    'outboundflight',
    'returnflight',
    'returntrain',
    'departureflightno',
  ],
  departurePlace: [
    '返程机场车站',
    '出发站',
    '返程机场',
    '离开地点',
    'departureplace',
    'departureairport',
    'departurestation',
    'departureairportorstation',
  ],
  departureAt: [
    '返程时间',
    '离开时间',
    '出发时间',
    'departuretime',
    'departure',
    'departureat',
    'departs',
    '返程日期',
    '离开日期',
    '回程时间',
    '返回时间',
    '离港时间',
    '起飞时间',
    '送机时间',
    '返程日期时间',
    '离开',
    'departuredate',
    'departuredatetime',
    'etd',
    'dateofdeparture',
    'departuredateandtime',
  ],
  isHead: ['团长', '是否团长', '领队', 'head', 'headofdelegation', 'leader', '是否领队', '主宾', '是否主宾'],
  lastName: ['姓', '姓氏', 'lastname', 'surname', 'familyname', 'nachname', 'nom', 'apellido'],
  firstName: ['名', 'firstname', 'givenname', 'givennames', 'forename', 'vorname', 'prénom', 'prenom', 'nombre'],
  salutation: [
    '称谓',
    '称呼',
    '尊称',
    'salutation',
    'mrms',
    'mrmrsms',
    'mrmsdr',
    'prefix',
    'courtesytitle',
    'anrede',
    'honorific',
    'mr',
    'titlemrms',
    'form of address',
  ],
  department: [
    '部门',
    '所在部门',
    '科室',
    '处室',
    '部门科室',
    '所属部门',
    '院系',
    '系所',
    '部门名称',
    '二级单位',
    'department',
    'dept',
    'division',
    'unit',
    'team',
    'section',
  ],
  idNumber: [
    '身份证',
    '身份证号',
    '身份证号码',
    '证件号',
    '证件号码',
    '证件',
    '护照',
    '护照号',
    '护照号码',
    '有效证件号码',
    '通行证号码',
    '台胞证',
    '回乡证',
    '身份证件号',
    '证件编号',
    '身份证护照号',
    '身份证或护照号码',
    'passport',
    'passportno',
    'passportnumber',
    'idnumber',
    'idno',
    'idcard',
    'idcardnumber',
    'idpassportno',
    'idpassport',
    'identitycard',
  ],
  plate: [
    '车牌',
    '车牌号',
    '车牌号码',
    '车号',
    '车辆号牌',
    '自驾车牌',
    '车辆牌照',
    'plate',
    'plateno',
    'licenseplate',
    'licenceplate',
    'vehicleno',
    'carplate',
    'vehicleplate',
    'carplateno',
    'vehicle',
  ],
  room: [
    '房型',
    '住宿',
    '住宿要求',
    '用房',
    '房间要求',
    '房间类型',
    '入住房型',
    '住房要求',
    '住宿需求',
    '酒店',
    '房间',
    'room',
    'roomtype',
    'hotelroom',
    'accommodation',
    'roompreference',
  ],
  role: [
    '角色',
    '身份',
    '团内身份',
    '团内职务',
    '人员类别',
    '类别',
    '代表团职务',
    '随团身份',
    '参会身份',
    'roleindelegation',
    'delegationrole',
    'category',
    'type',
  ],
  arrival: [
    '来程信息',
    '抵达信息',
    '到达信息',
    '航班信息',
    '去程信息',
    '去程',
    '来程航班及时间',
    '到达航班及时间',
    '抵达航班及时间',
    '航班时间',
    '到达方式',
    '来程方式',
    '交通方式',
    '出行方式',
    '抵达方式',
    '接机信息',
    '航班车次时间',
    '航班及时间',
    'arrivaldetails',
    'arrivalinformation',
    'flightdetails',
    'flightinfo',
    'arrivalinfo',
    'inbound',
    'travel',
  ],
  departure: [
    '返程信息',
    '离开信息',
    '回程信息',
    '返程航班及时间',
    '送机信息',
    '离开航班及时间',
    '回程航班及时间',
    'departuredetails',
    'departureinformation',
    'departureinfo',
    'returndetails',
    'outbound',
    'return',
  ],
  index: [
    '序号',
    '编号',
    '序',
    '排序',
    '人数',
    '项次',
    '項次',
    'no',
    'nr',
    '#',
    'sn',
    'serialno',
    's/n',
    'item',
    'index',
    'num',
    'number',
    '№',
    '序列',
    '排名',
  ],
  keep: [
    '年龄',
    '出生日期',
    '出生年月',
    '国籍',
    '国家',
    '地区',
    '微信',
    '微信号',
    'qq',
    '传真',
    '办公电话',
    '座机',
    '固定电话',
    '固话',
    '单位电话',
    '家庭电话',
    '宅电',
    '地址',
    '通讯地址',
    '单位地址',
    '邮编',
    '学历',
    '政治面貌',
    '籍贯',
    '证件类型',
    '证件种类',
    '签证',
    '衣服尺码',
    '尺码',
    '身高',
    '紧急联系人',
    '紧急联系电话',
    '联系人',
    '对接人',
    '级别',
    '行政级别',
    '研究方向',
    '专业',
    '发言题目',
    '时间',
    '日期',
    '地点',
    '是否住宿',
    '是否用餐',
    '是否接机',
    '陪同人员',
    '关系',
    '行业',
    'nationality',
    'country',
    'citizenship',
    'age',
    'dateofbirth',
    'birthdate',
    'dob',
    'fax',
    'officephone',
    'officetel',
    'telephoneoffice',
    'worktel',
    'workphone',
    'wechat',
    'address',
    'city',
    'linkedin',
    'tshirtsize',
    'emergencycontact',
    'visa',
    'time',
    'date',
    'place',
    'transport',
    'vipstatus',
  ],
}

const KIND_OF = new Map<string, HeadingKind>(
  (Object.entries(HEADINGS) as [HeadingKind, readonly string[]][]).flatMap(([kind, words]) =>
    words.map(word => [squeezed(word), kind] as const),
  ),
)

/** Traditional characters of headings, and what they are in simplified ones. */
const SIMPLE = new Map(
  [
    ...'職职務务單单位位電电話话機机備备註注別别郵邮飲饮號号碼码護护證证國国籍籍稱称達达時时間间車车語语類类連连絡络聯联絡络處处門门會会員员賓宾團团長长領领隊队關关係系學学業业歲岁齡龄傳传真真級级術术銜衔餐餐顧顾項项從从隨随體体來来訪访參参與与師师貴贵樣样養养療疗過过敏敏離离開开點点進进場场發发頁页檔档歷历際际標标題题館馆讀读總总計计數数據据組组構构祕秘畢毕費费價价廳厅層层區区縣县鄉乡產产廠厂經经驗验歸归戶户屬属飛飞艙舱輛辆習习慣惯葷荤寫写陸陆灣湾籤签證证簽签請请選选擇择註注記记錄录',
  ].flatMap((character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : [])),
)
const simple = (text: string): string => [...text].map(character => SIMPLE.get(character) ?? character).join('')

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[\s*_\-./:：、,，&+'’?？!！]+/gu, '')
}

/** Who the list is of, said before the heading: 来宾姓名, 参会代表职务. */
const BEFORE =
  /^(?:主要)?(?:客户|来宾|参会|嘉宾|与会|来访|参访|宾客|客人|人员|出席|贵宾|访客|参加|代表|成员|考察|团员|学员|专家|领导|您所在的|您的|您|所在|请填写|本人|乘客|旅客|入住|外宾|客方|对方|个人|guest|visitor|attendee|participant|delegate|your|passenger)(?:人员|者|代表|嘉宾|人|的)?/u
const LATIN =
  /^(?:英文|拼音|英语|英|外文|汉语拼音|护照拼音|english|pinyin|latin|en|inenglish|aspassport|asinpassport)$/u

/** What stands in brackets behind a heading, and the heading without it. */
function unbracketed(heading: string): { bare: string; inside: string } {
  const open = heading.search(/[([【]/u)
  if (open < 0) return { bare: heading, inside: '' }
  const close = heading.slice(open).search(/[)\]】]/u)
  return close < 0
    ? { bare: heading.slice(0, open), inside: heading.slice(open + 1) }
    : { bare: heading.slice(0, open) + heading.slice(open + close + 1), inside: heading.slice(open + 1, open + close) }
}

function single(squeezedText: string): HeadingKind | undefined {
  const whole = KIND_OF.get(squeezedText)
  if (whole) return whole
  const bare = squeezedText.replace(BEFORE, '')
  const found = bare === squeezedText ? undefined : KIND_OF.get(bare)
  return (
    found ??
    KIND_OF.get(squeezedText.replace(/(?:信息|情况|填写|栏|一栏|如有|必填|选填|ifany|required|optional)$/u, ''))
  )
}

/** Longest heading, characters. */
const LONGEST = 40

/**
 * What a heading names, in its order: one kind for 姓名, `Job Title *`, 參會人員電話; several for one that says several (姓名/职务, 单位及职务);
 * none where it is no heading that is known.
 */
export function headingKinds(heading: string): HeadingKind[] {
  const known = READ.get(heading)
  if (known) return [...known]
  const kinds = kindsOf(heading)
  if (READ.size > MOST_READ) READ.clear()
  READ.set(heading, kinds)
  return [...kinds]
}

/** Headings that were looked at: lists say the same words over and over. */
const READ = new Map<string, readonly HeadingKind[]>()
const MOST_READ = 5000

function kindsOf(heading: string): HeadingKind[] {
  if (heading.length > LONGEST * 2) return []
  const plain = simple(tidy(heading)).replace(/^\d{1,2}[.、]\s?/u, '')
  // Somebody else's name and number: 我方接待人, 接待人电话, 紧急联系人电话.
  if (
    /^(?:我方|接待|对接|陪同|紧急|家属|司机|担保|介绍|推荐|经办|联系人|监护)\p{Script=Han}{0,6}(?:人|员|电话|手机|号码|方式|姓名)/u.test(
      plain,
    )
  )
    return ['keep']
  if (plain === '' || plain.length > LONGEST) return []
  const { bare, inside } = unbracketed(plain)
  const told = squeezed(inside)
  const whole = single(squeezed(bare))
  if (whole === 'name' && LATIN.test(told)) return ['latinName']
  const aside = single(told)
  if (whole) {
    const both = ['name', 'organization', 'department', 'title'] as const
    const compound =
      aside &&
      aside !== whole &&
      both.some(kind => kind === whole) &&
      [...both, 'phone', 'gender'].some(kind => kind === aside)
    return compound ? [whole, aside] : [whole]
  }
  if (squeezed(bare) === '' && aside) return [aside]
  // 英文名 English Name: the Chinese half says it.
  const han = single(squeezed(bare.replace(/[^\p{Script=Han}\s]/gu, ' ')))
  if (han && /[A-Za-z]{2}/u.test(bare)) return [han]
  // 住客1, 来宾2
  const counted = /^(.*\D)\d{1,2}$/u.exec(squeezed(bare))?.[1]
  const many = counted ? single(counted) : undefined
  if (many) return [many]
  const parts = bare
    .split(/[\n/|、,，&+;；]|\s(?:and|or)\s|及|与|和|或|兼/u)
    .map(squeezed)
    .filter(Boolean)
  if (parts.length > 1) {
    const kinds = parts.map(single)
    const known = [...new Set(kinds.filter(kind => kind !== undefined))]
    // One heading in two languages, or several in one.
    if (known.length > 0 && kinds.filter(kind => kind !== undefined).length * 2 >= parts.length) return ordered(known)
  }
  const spaced = bare.split(/\s+/u).map(squeezed).filter(Boolean)
  if (spaced.length > 1 && spaced.length <= 3 && spaced.every(part => single(part) !== undefined))
    return ordered([...new Set(spaced.map(part => single(part)).filter(kind => kind !== undefined))])
  const run = squeezed(bare)
  if (/\p{Script=Han}/u.test(run) && run.length <= 12) {
    const prefixed = run.replace(BEFORE, '')
    for (const text of new Set([run, prefixed]))
      for (let at = 2; at <= text.length - 2; at++) {
        const [a, b] = [KIND_OF.get(text.slice(0, at)), KIND_OF.get(text.slice(at))]
        if (a && b && a !== b && COMPOUND.has(a) && COMPOUND.has(b)) return [a, b]
      }
  }
  return []
}

const COMPOUND: ReadonlySet<HeadingKind> = new Set([
  'name',
  'title',
  'organization',
  'department',
  'phone',
  'gender',
  'email',
  'latinName',
])

/** Chinese and pinyin name in one heading are a name; a number and a time of arrival are the arrival. */
function ordered(kinds: HeadingKind[]): HeadingKind[] {
  const kept = kinds.filter(kind => kind !== 'keep' || kinds.length === 1)
  if (kept.includes('arrivalNumber') && (kept.includes('arrivalAt') || kinds.includes('keep'))) return ['arrival']
  if (kept.includes('departureNumber') && (kept.includes('departureAt') || kinds.includes('keep'))) return ['departure']
  if (kept.length > 1 && kept.includes('notes')) return ['notes']
  if (kept.length === 2 && kept.includes('salutation') && kept.includes('title')) return ['title']
  return kept
}

/** Which field of a guest a heading names, or null. Accepts `姓 名`, `姓名（必填）`, `E-mail`, `Job Title *`. */
export function columnOfHeading(heading: string): GuestColumn | null {
  const [kind] = headingKinds(heading)
  return GUEST_COLUMNS.find(column => column === kind) ?? null
}
