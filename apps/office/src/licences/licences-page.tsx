import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import table from '../ui/table.module.css';
import styles from './licences.module.css';
import { licencesText } from './licences-text.ts';

const SOFTWARE = [
  ['React, Mantine, TanStack Router, Query, Virtual', 'MIT', 'ui'],
  ['Tabler Icons', 'MIT', 'ui'],
  ['zod', 'MIT', 'ui'],
  ['Fastify, Kysely', 'MIT', 'server'],
  ['PostgreSQL', 'PostgreSQL Licence', 'server'],
  ['Node.js', 'MIT', 'server'],
  ['DuckDB', 'MIT', 'linkage'],
  ['hucre, csv-parse', 'MIT', 'files'],
] as const;

/** Whose data and software this is built on. */
export function LicencesPage() {
  const text = useText(licencesText);
  return (
    <div className={styles.page}>
      <PageHeader title={text.title} lede={text.lede} />
      <h2>{text.data}</h2>
      <p>{text.areas}</p>
      <p>
        <a href="https://github.com/fityannugroho/idn-area-data" rel="noreferrer">
          idn-area-data
        </a>
        ,{' '}
        <a href="https://opendatacommons.org/licenses/odbl/1-0/" rel="noreferrer">
          ODbL 1.0
        </a>
        ,{' '}
        <a href="https://opendatacommons.org/licenses/dbcl/1-0/" rel="noreferrer">
          DbCL 1.0
        </a>
      </p>
      <p>{text.boundaries}</p>
      <p>{text.people}</p>
      <h2>{text.software}</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{text.name}</th>
            <th>{text.licence}</th>
            <th>{text.use}</th>
          </tr>
        </thead>
        <tbody>
          {SOFTWARE.map(([name, licence, use]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{licence}</td>
              <td>{text.uses[use]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{text.texts}</p>
    </div>
  );
}
