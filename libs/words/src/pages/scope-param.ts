import { Injectable, type PipeTransform } from '@nestjs/common';
import { ParseId } from '#libs/platform/http';
import type { Scope } from '../model/editable-text.js';

/** `site`, or the id of an authority; anything else is not found. */
@Injectable()
export class ParseScope implements PipeTransform<string, Scope> {
  transform(value: string): Scope {
    return value === 'site' ? null : new ParseId().transform(value);
  }
}
