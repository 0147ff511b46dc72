import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { type AskedList, Ctx, download, Listed, type Result } from '#libs/platform/http';
import { publicKeyOf } from '../model/result-file/checkpoint.js';
import { signingKeyOf } from '../model/result-file/signing-key.js';
import { VERIFIERS } from '../model/result-file/verifiers.js';
import { awardPaths } from '../paths.js';
import { ResultFiles, type ResultFileRow } from '../queries/result-files.js';
import { resultFilesList } from './result-files.list.js';

const PUBLIC_FILES = 'a result that nobody can check is no result';

/** Result files, and what checks them without trusting us. */
@Controller('open-data/results')
export class ResultFilesPage {
  constructor(
    private readonly files: ResultFiles,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Public(PUBLIC_FILES)
  async show(@Ctx() _ctx: Context, @Listed(resultFilesList) asked: AskedList<ResultFileRow>): Promise<Result> {
    return asked.answer('awards/result-files.njk', await this.files.list(asked), {
      key: publicKeyOf(signingKeyOf(this.config.resultSecret)),
      tools: {
        page: awardPaths.verifier('verify-result.html'),
        script: awardPaths.verifier('verify-result.mjs'),
        format: awardPaths.verifier('result-file.md'),
      },
    });
  }

  @Get('files/:code')
  @Public(PUBLIC_FILES)
  async file(@Param('code') code: string): Promise<Result> {
    const text = await this.files.text(code);
    return download(Buffer.from(text), { name: `result-${code}.jsonl`, mediaType: 'application/jsonl; charset=utf-8' });
  }

  @Get('tools/:name')
  @Public(PUBLIC_FILES)
  tool(@Param('name') name: string): Result {
    const tool = Object.hasOwn(VERIFIERS, name) ? VERIFIERS[name]! : null;
    if (!tool) throw new NotFound();
    return download(Buffer.from(tool.content()), { name, mediaType: tool.mediaType });
  }
}
