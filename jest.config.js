const base = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
};

/** Tests on real PostgreSQL and Redis, each file on a database of its own. */
const withServices = {
  ...base,
  roots: ['<rootDir>/test'],
  setupFilesAfterEnv: ['<rootDir>/test/support/test-file.mjs'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  maxWorkers: 2,
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...base,
      displayName: 'unit',
      roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/test'],
      testRegex: ['/(apps|libs|migrations)/.*\\.spec\\.ts$', '/test/[^/]+\\.spec\\.ts$'],
    },
    {
      ...withServices,
      displayName: 'integration',
      testRegex: '/test/integration/.*\\.spec\\.ts$',
    },
    {
      ...withServices,
      displayName: 'journeys',
      testRegex: '/test/journeys/.*\\.spec\\.ts$',
      setupFilesAfterEnv: [...withServices.setupFilesAfterEnv, '<rootDir>/test/support/journey-file.mjs'],
    },
  ],
};
