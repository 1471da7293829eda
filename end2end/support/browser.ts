/** How Chromium is started: the system's own without a window; Playwright brings none. */
export const launchOptions = {
  executablePath: process.env.PORTICO_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
};
