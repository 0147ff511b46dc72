import { readConfig } from './config.js';

describe('config', () => {
  it('works without any setting', () => {
    expect(readConfig({}).publicUrl).toBe('http://localhost:3000');
  });

  it('refuses production with development secrets or demo mode, naming each problem', () => {
    expect(() => readConfig({ NODE_ENV: 'production', DEMO: '1', REDIS_URL: 'redis://r' })).toThrow(
      'The settings are not safe for production: DEMO=1 is impossible in production; SESSION_SECRET is not set; ' +
        'DATABASE_URL is not set; SMTP_URL is not set; PUBLIC_URL is not set',
    );
  });

  it('refuses a port that is not a number', () => {
    expect(() => readConfig({ PORT: 'http' })).toThrow('PORT must be a whole number, not «http»');
  });
});
