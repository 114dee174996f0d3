import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Programs that open what is exported and that nobody here wrote: Debian's. Elsewhere their tests are skipped, and say so. */
export const KHAL = existsSync('/usr/bin/khal')
export const ICALENDAR = existsSync('/usr/lib/python3/dist-packages/icalendar/__init__.py')
export const LIBREOFFICE = existsSync('/usr/bin/soffice')

/** Work in a folder of its own, which goes away again. */
export function inFolder<R>(work: (folder: string) => R): R {
  const folder = mkdtempSync(join(tmpdir(), 'yingbin-programs-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What LibreOffice makes of a file: as text of another kind, `csv:…` or `txt:…`. */
export function convertedByLibreOffice(name: string, bytes: Uint8Array, to: string): string {
  return inFolder(folder => {
    writeFileSync(join(folder, name), bytes)
    execFileSync(
      '/usr/bin/soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, name),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    const [made = ''] = readdirSync(join(folder, 'out'))
    return readFileSync(join(folder, 'out', made), 'utf8').replace(/^\ufeff/, '')
  })
}

/** Events of a calendar file as Debian's icalendar reads them; it refuses what RFC 5545 does not allow. */
export function readByIcalendar(
  text: string,
): { uid: string; start: string; status: string; sequence: number; summary: string }[] {
  const script = `
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert not calendar.errors, calendar.errors
out = []
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    out.append(dict(uid=str(event['UID']), start=event['DTSTART'].dt.isoformat(), status=str(event['STATUS']), sequence=int(event['SEQUENCE']), summary=str(event['SUMMARY'])))
zones = [str(z['TZID']) for z in calendar.walk('VTIMEZONE')]
used = set(str(e['DTSTART'].params.get('TZID')) for e in calendar.walk('VEVENT'))
assert used <= set(zones), (used, zones)
print(json.dumps(out))`
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], { input: text, encoding: 'utf8' }))
}

/** What a calendar of khal holds after these files were imported, one after the other: title and start of each event. */
export function importedIntoKhal(files: readonly string[], from: string, days: number): string[] {
  return inFolder(folder => {
    const config = join(folder, 'config')
    writeFileSync(
      config,
      `[calendars]\n[[office]]\npath = ${folder}/calendar\ntype = calendar\n[sqlite]\npath = ${folder}/khal.db\n[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = office\n`,
    )
    execFileSync('mkdir', ['-p', join(folder, 'calendar')])
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'C.UTF-8' }
    for (const [index, text] of files.entries()) {
      const file = join(folder, `${index}.ics`)
      writeFileSync(file, text)
      execFileSync('/usr/bin/khal', ['-c', config, 'import', '--batch', '-a', 'office', file], { env, stdio: 'pipe' })
    }
    const listed = execFileSync(
      '/usr/bin/khal',
      [
        '-c',
        config,
        'list',
        '--notstarted',
        '--format',
        '{start-date} {start-time} {title}',
        '--day-format',
        '',
        from,
        `${days}d`,
      ],
      { env, encoding: 'utf8' },
    )
    return listed
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
  })
}
