export function CardPage() {
  return <p>CardPage</p>;
}
