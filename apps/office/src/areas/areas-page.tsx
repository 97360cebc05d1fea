export function AreasPage() {
  return <p>AreasPage</p>;
}
