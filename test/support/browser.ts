import { chromium, type Browser } from 'playwright-core';
import { findProgram } from '../../bin/lib/run.mjs';

/** Debian's Chromium; its sandbox does not work for root. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
