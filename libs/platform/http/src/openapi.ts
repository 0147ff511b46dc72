import { Controller, Get, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Public } from '#libs/platform/access';

/** The description of the public JSON API, made from its controllers when first asked for. */
@Injectable()
export class OpenApi {
  private app: NestFastifyApplication;
  private made: Promise<OpenAPIObject> | null = null;

  describe(app: NestFastifyApplication): void {
    this.app = app;
  }

  document(): Promise<OpenAPIObject> {
    this.made ??= this.make();
    return this.made;
  }

  private async make(): Promise<OpenAPIObject> {
    // Loaded late: it costs a second, and most processes never need it.
    const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
    const options = new DocumentBuilder()
      .setTitle('Сприяння: public API')
      .setDescription('Open data of competitions and plans. Errors are problem+json (RFC 9457).')
      .setVersion('1')
      .build();
    const whole = SwaggerModule.createDocument(this.app, options);
    const paths = Object.entries(whole.paths).filter(([path]) => path.startsWith('/api/'));
    return { ...whole, paths: Object.fromEntries(paths) };
  }
}

@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('api/openapi.json')
  @Public('the description of the public API')
  show(): Promise<OpenAPIObject> {
    return this.openApi.document();
  }
}
