import { ConfigProvider } from 'antd'

/** Are the controls around here switched off, since who is at the desk may only read? */
export function useDisabled(): boolean {
  return ConfigProvider.useConfig().componentDisabled ?? false
}
