import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on a page that is serious or critical: the rule and where. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Thumbnails are pictures of papers, hidden from readers; the papers themselves are looked at in their preview.
  const axe = new AxeBuilder({ page }).exclude('.thumbnail').options({ resultTypes: ['violations'] })
  // Without thumbnails, one run over the page and its frames does; with them, the frames are gone into one by one, so that
  // theirs are left out.
  if ((await page.locator('.thumbnail').count()) === 0) axe.setLegacyMode()
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}
