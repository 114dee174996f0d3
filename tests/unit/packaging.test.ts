import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/office.ts'

const require = createRequire(join(root, 'node_modules', 'electron-builder', 'package.json'))

/** electron-builder's own reading and checking of its configuration. */
async function builderConfig(change: object = {}): Promise<Record<string, unknown>> {
  const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
    getConfig: (folder: string, path: string | null, config: object | null) => Promise<Record<string, unknown>>
    validateConfiguration: (config: object, logger: { isEnabled: boolean; add: () => void }) => Promise<void>
  }
  const config = { ...(await getConfig(root, join(root, 'electron-builder.yml'), null)), ...change }
  await validateConfiguration(config, { isEnabled: false, add: () => undefined })
  return config
}

describe('the installers', () => {
  it('are configured as electron-builder’s schema asks', async () => {
    const config = await builderConfig()
    expect(config).toMatchObject({
      win: { target: [{ target: 'nsis', arch: ['x64'] }] },
      mac: { target: ['dmg'] },
      linux: { target: ['AppImage', 'deb'] },
      electronFuses: { runAsNode: false, onlyLoadAppFromAsar: true, enableNodeOptionsEnvironmentVariable: false },
    })
    await expect(builderConfig({ noSuchOption: true })).rejects.toThrow(/noSuchOption/)
  })
})

describe('package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >

  it('pins every version', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
  })

  it('has all its packages for every platform in the lock file, and no address of a registry', () => {
    const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
    expect(text).not.toContain('"resolved"')
    const { packages } = JSON.parse(text) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>
    }
    const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter(
        name => !Object.keys(packages).some(key => key.endsWith(`node_modules/${name}`)),
      ),
    )
    expect(missing).toEqual([])
  })
})
