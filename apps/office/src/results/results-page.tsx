export function ResultsPage() {
  return <p>ResultsPage</p>;
}
