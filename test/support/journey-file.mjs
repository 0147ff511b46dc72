// A step of a journey waits for a real browser, portal and worker.
import { jest } from '@jest/globals';

jest.setTimeout(300_000);
