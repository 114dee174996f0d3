import { type ThemeConfig, theme } from 'antd'
import { createContext, useContext } from 'react'

export type Shade = 'light' | 'dark'
const KEPT = 'yingbin.shade'

/** The shade of this window, and how to change it. */
export const ShadeContext = createContext<{ shade: Shade; setShade: (shade: Shade) => void }>({
  shade: 'light',
  setShade: () => undefined,
})
export const useShade = () => useContext(ShadeContext)

/** Light or dark: what this desk chose, else what the system asks for. */
export function keptShade(): Shade {
  const kept = window.localStorage.getItem(KEPT)
  if (kept === 'light' || kept === 'dark') return kept
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function keepShade(shade: Shade): void {
  window.localStorage.setItem(KEPT, shade)
}

const FONT = "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"

/** The house's look on antd: hairlines, 4 px grid, one accent. */
export function themeOf(shade: Shade): ThemeConfig {
  return {
    algorithm: shade === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'yingbin' },
    token: {
      colorPrimary: shade === 'dark' ? '#2A9D94' : '#0E6B66',
      colorLink: shade === 'dark' ? '#4DB8AF' : '#0E6B66',
      colorError: shade === 'dark' ? '#E8705F' : '#B3321F',
      colorTextPlaceholder: shade === 'dark' ? '#9a9fa3' : '#6f767b',
      colorTextDescription: shade === 'dark' ? '#a6abaf' : '#5b6368',
      colorTextDisabled: shade === 'dark' ? '#8b9195' : '#6b7175',
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 32,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      boxShadowTertiary: 'none',
    },
    components: {
      // White on the accent reads well in both shades; the dark algorithm's own tint would not.
      Button: {
        colorPrimary: '#0E6B66',
        colorPrimaryHover: '#12807A',
        colorPrimaryActive: '#0B5853',
        // On a plain button the hover colours the words, and the ground of a dangerous one is pale.
        ...(shade === 'dark' && {
          defaultHoverColor: '#4DB8AF',
          defaultActiveColor: '#4DB8AF',
          dangerColor: '#141414',
        }),
      },
      // The chosen line of a list: its words stay readable on a tint of the accent, in the pointed-at line as well.
      Select: {
        optionSelectedBg: shade === 'dark' ? '#17302f' : '#e7f1f0',
        optionSelectedColor: shade === 'dark' ? '#e6e8ea' : '#1f2427',
      },
      Table: { cellPaddingBlockSM: 6, headerBg: 'transparent' },
      Tabs: {
        horizontalMargin: '0',
        ...(shade === 'dark' && {
          itemSelectedColor: '#4DB8AF',
          itemHoverColor: '#4DB8AF',
          itemActiveColor: '#4DB8AF',
        }),
      },
      Notification: { width: 420 },
      Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px' },
    },
  }
}
