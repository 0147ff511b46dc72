import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '#libs/platform/errors';

/** A path parameter that must be a year; anything else names nothing that exists. */
@Injectable()
export class ParseYear implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^\d{4}$/.test(value)) throw new NotFound();
    return Number(value);
  }
}
