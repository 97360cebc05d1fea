export function ProgressPage() {
  return <p>ProgressPage</p>;
}
