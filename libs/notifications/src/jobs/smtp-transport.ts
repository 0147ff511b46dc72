import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { Config } from '#libs/platform/config';

const CONNECT_TIMEOUT_MS = 5_000;
const SOCKET_TIMEOUT_MS = 10_000;
const CONNECTIONS_MAX = 3;

/** The one connection to the outside: a pool to the SMTP server, opened when the first letter goes. */
@Injectable()
export class SmtpTransport implements OnApplicationShutdown {
  private transporter: Transporter | null = null;

  constructor(@Inject(Config) private readonly config: Config) {}

  async send(letter: SendMailOptions): Promise<void> {
    this.transporter ??= nodemailer.createTransport({
      url: this.config.smtpUrl,
      pool: true,
      maxConnections: CONNECTIONS_MAX,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
    } as never);
    await this.transporter.sendMail({ from: this.config.mailFrom, ...letter });
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}
