import { type Browser, chromium } from "@playwright/test";
import type { AgreementLayout } from "@/testing/agreements/agreement-layout";
import { findBrowser } from "../find-browser.mjs";

/** A browser as a printer. It is opened with the first page and has to be closed. */
export class ChromiumPrinter {
  private browser: Promise<Browser> | undefined;

  static isHere(): boolean {
    return findBrowser() !== undefined;
  }

  async print(html: string, { runningHead, pageNumbers }: AgreementLayout): Promise<Uint8Array> {
    const page = await this.open(html);
    const small = "font: 8pt 'Liberation Sans'; width: 100%; margin: 0 22mm;";
    const number = '<span class="pageNumber"></span>';
    const foot = {
      of: `Page ${number} of <span class="totalPages"></span>`,
      plain: number,
      dashed: `- ${number} -`,
    };
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      displayHeaderFooter: runningHead !== undefined || pageNumbers !== undefined,
      headerTemplate: `<div style="${small}">${runningHead ?? ""}</div>`,
      footerTemplate: `<div style="${small} text-align: center">${pageNumbers ? foot[pageNumbers] : ""}</div>`,
    });
    await page.close();
    return new Uint8Array(pdf);
  }

  /** The first page as a scanner would see it: a JPEG, 600 by 850 dots. */
  async photograph(html: string): Promise<Uint8Array> {
    const page = await this.open(html);
    await page.setViewportSize({ width: 600, height: 850 });
    const picture = await page.screenshot({ type: "jpeg", quality: 25 });
    await page.close();
    return new Uint8Array(picture);
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
  }

  private async open(html: string) {
    this.browser ??= chromium.launch({
      executablePath: findBrowser()?.executablePath,
      args: ["--no-sandbox"],
    });
    const page = await (await this.browser).newPage();
    await page.setContent(html);
    return page;
  }
}
