import { seriousFindings } from '../support/axe.ts'
import { aGuest, aVisit } from '../support/builders.ts'
import { measurePdf, readQr } from '../support/pdf.ts'
import { bytesOf, expect, go, tab, test } from '../support/served.ts'

test('badges are seen as printed, and saved as PDF', async ({ desk, client }) => {
  const visit = await aVisit(client, { title: '北辰新能源考察', startsOn: '2026-12-01', endsOn: '2026-12-02' })
  for (const name of ['高翔', '许静', '曹磊', '蒋雯']) await aGuest(client, visit.id, { name })
  await go(desk, `/visits/${visit.id}/guests`)
  await tab(desk, '文件')
  await desk.getByRole('button', { name: '打开：胸牌' }).click()
  const preview = desk.frameLocator('iframe')
  await expect(preview.locator('.badge [data-fit="name"]')).toHaveText(['高翔', '许静', '曹磊', '蒋雯'])
  const download = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '存为 PDF' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('北辰新能源考察-2026-12-01-胸牌.pdf')
  const bytes = await bytesOf(file)
  const [page] = await measurePdf(bytes)
  expect(Math.abs((page?.width ?? 0) - 210)).toBeLessThan(0.2)
  expect(Math.abs((page?.height ?? 0) - 297)).toBeLessThan(0.2)
  expect(page?.text).toContain('高翔')
  expect(await readQr(bytes, { x: 15, y: 13.5, width: 90, height: 54 })).toBe('YB261201-01')
})

for (const language of ['中文', 'English'] as const)
  test(`a badge design is drawn by mouse and keys, saved as a version, sent out and taken back, in ${language}`, async ({
    desk,
    client,
  }) => {
    const zh = language === '中文'
    await desk.getByText(language, { exact: true }).click()
    await go(desk, '/badges')
    const name = desk
      .locator('.grip', { hasNotText: 'x' })
      .and(desk.getByRole('button', { name: zh ? /^姓名，/ : /^Name, / }))
    await name.click()
    const before = (await client.badges.list())[0]?.design.front.elements.find(each => each.id === 'name')
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Shift+ArrowRight')
    const box = await name.boundingBox()
    if (!box) throw new Error('The name is not there')
    // Dragged near the middle of the badge, it is caught there.
    await desk.mouse.move(box.x + 60, box.y + box.height / 2)
    await desk.mouse.down()
    await desk.mouse.move(box.x + 80, box.y + box.height / 2 + 2, { steps: 4 })
    await desk.mouse.move(box.x + 62, box.y + box.height / 2 + 1, { steps: 4 })
    await desk.mouse.up()
    await desk.getByText(zh ? '最长姓名' : 'Longest names').click()
    await expect(desk.locator('.canvas .badge')).toContainText('穆罕默德')
    const outside = () =>
      desk.evaluate(() =>
        [...document.querySelectorAll('.canvas .badge [data-fit]')].flatMap(fit => {
          const bounds = fit.getBoundingClientRect()
          return [...fit.querySelectorAll('span')].flatMap(line => {
            const range = document.createRange()
            range.selectNodeContents(line)
            const text = range.getBoundingClientRect()
            return text.left < bounds.left - 1 ||
              text.right > bounds.right + 1 ||
              line.getBoundingClientRect().bottom > bounds.bottom + 2
              ? [line.textContent]
              : []
          })
        }),
      )
    // The glyphs of a name that was not shown before are on their way.
    await expect.poll(outside).toEqual([])
    expect(await seriousFindings(desk)).toEqual([])
    await desk.keyboard.press('Control+s')
    await expect.poll(async () => (await client.badges.list())[0]?.number).toBe(2)
    const after = (await client.badges.list())[0]?.design.front.elements.find(each => each.id === 'name')
    expect(after?.y).toBeCloseTo((before?.y ?? 0) + 1, 0)
    // Its middle is the badge's.
    expect((after?.x ?? 0) + (after?.width ?? 0) / 2).toBeCloseTo(45, 1)
    const download = desk.waitForEvent('download')
    await desk.getByRole('link', { name: zh ? '导出' : 'Export' }).click()
    const file = await download
    await desk.locator('.page-head input[type=file]').setInputFiles({
      name: 'design.json',
      mimeType: 'application/json',
      buffer: Buffer.from(await bytesOf(file)),
    })
    await expect.poll(async () => (await client.badges.list()).length).toBe(6)
    await expect(desk.getByLabel(zh ? '名称' : 'Name', { exact: true })).toHaveValue('经典 2')
    await desk.locator('.page-head input[type=file]').setInputFiles({
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"yingbin":"badge-design","format":9}'),
    })
    await expect(desk.getByText(zh ? /更新的版本（格式 9）/ : /newer version \(format 9\)/)).toBeVisible()
  })
