import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** Fonts are packed as .woff2 alone: every browser that draws this can read them. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource.+\.css$/.test(id)) return null
    return { code: code.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, ''), map: null }
  },
}

export default defineConfig({
  root: here,
  base: '/',
  publicDir: join(here, '..', 'resources', 'icons'),
  plugins: [woff2Only, react()],
  build: {
    outDir: join(here, '..', 'dist', 'renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: { index: join(here, 'index.html'), document: join(here, 'document.html') } },
  },
})
