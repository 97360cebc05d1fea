export function LicencesPage() {
  return <p>LicencesPage</p>;
}
