/**
 * Pictures for the stores, in the size that all of them take:
 * https://developer.chrome.com/docs/webstore/images
 */
import { join } from 'node:path';
import type { Driver } from '../browser/driver/driver.ts';
import type { Sight } from './demonstration.ts';

const STORE = { width: 1280, height: 800, deviceScaleFactor: 1 };
const POPUP = { width: 420, height: 600, deviceScaleFactor: 1 };

/** Sights that fill a tab; the others are those of the popup, which hangs over one. */
const inTab: readonly Sight['name'][] = ['page', 'page-after', 'library', 'add-papers'];

/** Makes them one after the other, as the demonstration comes by. */
export class StorePictures {
  private readonly driver: Driver;
  private readonly folder: string;
  /** The last picture of a page, as Base64. */
  private behind = '';

  /** They are written to `folder`, as PNG. */
  constructor(driver: Driver, folder: string) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Writes the picture of what is seen; returns the file's path. */
  async take({ name, page }: Sight): Promise<string> {
    const path = join(this.folder, `store-${name}.png`) as `${string}.png`;
    await page.bringToFront();
    await this.driver.preferColours('light');
    if (inTab.includes(name)) {
      await page.setViewport(STORE);
      const picture = await page.screenshot({ path });
      if (name === 'page') this.behind = Buffer.from(picture).toString('base64');
      return path;
    }
    await page.setViewport(POPUP);
    const popup = await page.screenshot({ encoding: 'base64' });
    const stage = await this.driver.openPage('about:blank');
    await stage.setViewport(STORE);
    await stage.setContent(
      `<body style="margin:0"><img src="data:image/png;base64,${this.behind}"><img style="position:absolute;top:0;right:48px;border-radius:0 0 8px 8px;box-shadow:0 8px 40px rgb(0 0 0 / 40%)" src="data:image/png;base64,${popup}">`,
    );
    await stage.screenshot({ path });
    await stage.close();
    return path;
  }
}
