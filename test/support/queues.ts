import { Redis } from 'ioredis';

/** Redis forgets every queue of this test file. */
export async function wipeQueues(): Promise<void> {
  const redis = new Redis(process.env.REDIS_URL!);
  const keys = await redis.keys(`${process.env.QUEUE_PREFIX}*`);
  if (keys.length > 0) await redis.del(keys);
  await redis.quit();
}
