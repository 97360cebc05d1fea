import { routes, routeUrl } from '@jangkau/contracts';

/** Lets the browser fetch a download that was ordered; its address says nothing about it. */
export function downloadOrder(id: string): void {
  const link = document.createElement('a');
  link.href = routeUrl(routes.fetchExport, { id });
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
