import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PortalRequest } from '../request-context.js';
import { AskedList } from './asked-list.js';
import { readQuestion } from './list-question.js';
import type { ListShape } from './list-shape.js';

export const LIST_MARK = 'spryiannia:list';

/** The list that this handler shows, as it was asked for. The census knows the route as a list by it. */
export function Listed<Row>(shape: ListShape<Row>): ParameterDecorator {
  return (target, name, index) => {
    Reflect.defineMetadata(LIST_MARK, shape, (target as Record<string | symbol, object>)[name!]!);
    asked(shape as ListShape<never>)(target, name, index);
  };
}

const asked = createParamDecorator((shape: ListShape<never>, execution: ExecutionContext) => {
  const request = execution.switchToHttp().getRequest<PortalRequest>();
  const question = readQuestion(shape, request.query as Record<string, unknown>);
  return new AskedList(shape, question, request.url.split('?')[0]!, request.ctx);
});
