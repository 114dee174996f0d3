import { describe, expect, it } from 'vitest'
import shipped from '../../resources/menu-rules.json'
import { dietCounts, dietsText, dishesOf, type MenuRule, menuConflicts } from '../../shared/domain/plan/dining.ts'

describe('meals', () => {
  const halal: MenuRule = {
    name: '清真',
    nameLatin: 'Halal',
    signs: ['清真', 'halal'],
    avoid: ['猪', '火腿', 'pork'],
    except: ['素火腿'],
  }

  it('find what does not go with a diet, and leave alone what only sounds like it', () => {
    const eaters = [
      { diet: '清真', care: '' },
      { diet: '', care: 'Halal please' },
      { diet: '素食', care: '' },
    ]
    expect(menuConflicts('猪肚鸡\n素火腿\nPORK chops', eaters, [halal])).toEqual([
      { rule: halal, dishes: ['猪肚鸡', 'PORK chops'], guests: 2 },
    ])
    expect(menuConflicts('素火腿', eaters, [halal])).toEqual([])
    expect(menuConflicts('猪肚鸡', [{ diet: '', care: '' }], [halal])).toEqual([])
  })

  it('read the dishes of a menu however it is written', () => {
    expect(dishesOf('1. 清蒸鲈鱼 ¥88\n2、红烧肉，③ 素鸡 清炒时蔬\nFried rice with egg / PORK chops')).toEqual([
      '清蒸鲈鱼',
      '红烧肉',
      '素鸡',
      '清炒时蔬',
      'Fried rice with egg',
      'PORK chops',
    ])
  })

  const told = (diet: string, menu: string) =>
    menuConflicts(menu, [{ diet, care: '' }], shipped).flatMap(conflict => conflict.dishes)

  const MEAT =
    `红烧肉 东坡肉 回锅肉 鱼香肉丝 清蒸鲈鱼 水煮鱼 白切鸡 宫保鸡丁 辣子鸡 北京烤鸭 盐水鸭 烧鹅 葱爆羊肉 烤羊排 牛肉面 黑椒牛柳 红烧牛腩
    糖醋排骨 糖醋里脊 狮子头 夫妻肺片 毛血旺 蚂蚁上树 油焖大虾 清蒸大闸蟹 蒜蓉扇贝 佛跳墙 海参捞饭 泡椒凤爪 溜肥肠 木须肉 肉末茄子 番茄牛尾汤
    素炒牛肉 蟹粉豆腐 三文鱼刺身 鲍汁捞饭 椒盐牛蛙 锅包肉 火腿冬瓜`.split(/\s+/)
  const GREEN =
    `素鸡 素鸭 素烧鹅 素火腿 素肉松 植物肉汉堡 鱼香茄子 蟹黄豆腐 赛螃蟹 肉桂苹果 果肉酸奶 椰肉炖蛋 番茄炒鸡蛋 鸡枞菌汤 鸡腿菇炒青菜
    鸡毛菜 牛油果沙拉 凉拌牛蒡 牛肝菌 羊肚菌 蟹味菇 杏鲍菇 凉拌鱼腥草 牛奶 麻婆豆腐（素） 地三鲜 清炒时蔬 咸鸭蛋 贝贝南瓜 羊栖菜 干锅花菜`.split(
      /\s+/,
    )

  it.each(MEAT)('%s is no dish for a vegetarian', dish => {
    expect(told('素食', dish)).toEqual([dish])
  })

  it.each(GREEN)('%s alarms nobody who is a vegetarian', dish => {
    expect(told('素食', dish)).toEqual([])
  })

  it.each([
    ['素', '红烧肉', ['红烧肉']],
    ['维生素过敏', '红烧肉', []],
    ['清真', '鱼香肉丝、牛肉丝炒饭、champagne', ['鱼香肉丝']],
    ['halal', 'Hamburger, champignon soup, ham sandwich', ['ham sandwich']],
    ['海鲜过敏', '蟹黄豆腐、杏鲍菇、素虾仁、油焖大虾', ['蟹黄豆腐', '油焖大虾']],
    ['vegetarian', 'Roast duck, vegetarian sausage rolls, mock duck, two steaks', ['Roast duck', 'two steaks']],
    ['不吃牛肉', '番茄牛尾汤、牛奶、牛蛙', ['番茄牛尾汤']],
    ['坚果过敏', 'doughnuts, mixed nuts', ['mixed nuts']],
  ])('a guest with “%s” is told of: %s', (diet, menu, dishes) => {
    expect(told(diet, menu)).toEqual(dishes)
  })

  it('count diets, and a look at them holds only as long as they are the same', () => {
    const eaters = [{ diet: '素食' }, { diet: '清真' }, { diet: '清真' }, { diet: '' }]
    expect(dietCounts(eaters)).toEqual([
      { diet: '清真', count: 2 },
      { diet: '素食', count: 1 },
    ])
    expect(dietsText(eaters)).not.toBe(dietsText([...eaters, { diet: '' }]))
    expect(dietsText(eaters)).toBe(dietsText([...eaters].reverse()))
  })
})
