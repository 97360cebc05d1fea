// Runs before the first paint so that a dark screen never flashes white. A separate file: the page's
// content security policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('jangkau-color-scheme') || 'auto';
    document.documentElement.lang = localStorage.getItem('jangkau-language') === 'en' ? 'en' : 'id';
  } catch {
    // Storage can be closed to us; the system's preference is then the answer.
  }
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
