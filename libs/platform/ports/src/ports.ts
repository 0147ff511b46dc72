import { Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';

type PortClass<T> = abstract new (...args: never[]) => T;
const PORT_MARK = 'implements-port';
const declared = new Map<PortClass<unknown>, 'one' | 'many'>();

/** Declares an abstract class as what a lib needs from upper libs: exactly one implementation, or any number. */
export const Port =
  (count: 'one' | 'many') =>
  (target: PortClass<unknown>): void => {
    declared.set(target, count);
  };

/** Marks a provider as an implementation of a port of a lower lib. */
export const Implements = (port: PortClass<unknown>): ClassDecorator => SetMetadata(PORT_MARK, port);

/** Finds who implements a port. The boot fails when a port that needs one implementation has none or two. */
@Injectable()
export class Ports implements OnApplicationBootstrap {
  private readonly found = new Map<PortClass<unknown>, unknown[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const port = metatype ? this.reflector.get<PortClass<unknown> | undefined>(PORT_MARK, metatype) : undefined;
      if (port) this.found.set(port, [...(this.found.get(port) ?? []), instance]);
    }
    const unbound = [...declared].filter(([port, count]) => count === 'one' && this.all(port).length !== 1);
    if (unbound.length > 0) throw new Error(`unbound ports: ${unbound.map(([port]) => port.name).join(', ')}`);
  }

  all<T>(port: PortClass<T>): T[] {
    return (this.found.get(port) ?? []) as T[];
  }

  one<T>(port: PortClass<T>): T {
    return this.all(port)[0]!;
  }
}
