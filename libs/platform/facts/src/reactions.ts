import { SetMetadata, applyDecorators } from '@nestjs/common';
import type { FactKind } from './fact.js';

export const TASK_MARK = 'task-mark';

/** A named piece of work in a queue; `on` names the fact that calls for it, null when code asks for it itself. */
export interface TaskMark {
  name: string;
  queue: string;
  on: string | null;
}

const marks = new Map<string, TaskMark>();

/** Marks a class as the one handler of a fact. Its name is `<lib>.<what-it-does>` and stays for ever. */
export function Reaction(options: { name: string; on: FactKind; queue: string }): ClassDecorator {
  return mark({ name: options.name, queue: options.queue, on: options.on.name });
}

/** Marks a class as the one handler of a task that use cases ask for with `tx.deliver(name, subjectId)`. */
export function Task(options: { name: string; queue: string }): ClassDecorator {
  return mark({ ...options, on: null });
}

function mark(task: TaskMark): ClassDecorator {
  if (marks.has(task.name)) throw new Error(`two handlers for the task ${task.name}`);
  marks.set(task.name, task);
  return applyDecorators(SetMetadata(TASK_MARK, task));
}

/** Every task that the loaded code declares. */
export const taskMarks = (): TaskMark[] => [...marks.values()];

/** The tasks that react to a fact. */
export const tasksOn = (factName: string): TaskMark[] => taskMarks().filter((task) => task.on === factName);
