import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import { NotFound } from '#libs/platform/errors';

/** A path parameter that must be a quarter; anything else names nothing that exists. */
@Injectable()
export class ParseQuarter implements PipeTransform<string, Quarter> {
  transform(value: string): Quarter {
    if (!/^[1-4]$/.test(value)) throw new NotFound();
    return Number(value) as Quarter;
  }
}
