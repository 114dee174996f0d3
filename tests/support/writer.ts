import { testOffice } from './office.ts'

// Writes guests as fast as it can and prints the id of each answered save, until it is killed.
const office = testOffice({ dataDir: process.argv[2] ?? '' })
const { visit } = await office.client.visits.create({ title: '写入', startsOn: '2026-12-01' })
for (let index = 0; ; index++) {
  const { guest } = await office.client.guests.add({ visitId: visit.id, guest: { name: `来宾${index}` } })
  process.stdout.write(`${guest.id}\n`)
}
