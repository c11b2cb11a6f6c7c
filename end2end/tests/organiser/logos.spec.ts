// Logos of a network: uploaded, shown on every page, moved, removed.
import { deflateSync, crc32 } from 'node:zlib';
import { publishedEvent } from '../../harness/organiser.ts';
import { expect, test } from '../../harness/test.ts';

const svg = (content: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">${content}</svg>`);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** A PNG of one grey, of any size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))), chunk('IEND', Buffer.alloc(0))]);
}

test('an owner uploads logos; every page of the network shows them', { tag: ['@nojs', '@both'] }, async ({ signedIn: page, visitor, request, server, accessible }) => {
  const { open } = await publishedEvent(page, { title: 'Netzwerktreffen' });
  const add = async (name: string, role: 'network' | 'funder', upload: Buffer, link = '') => {
    await page.goto('/organise/network/logos');
    await page.locator('[name=file]').setInputFiles(file(`${name}.svg`, upload));
    await page.locator('[name=name]').fill(name);
    await page.locator(`[name=role][value=${role}]`).check();
    await page.locator('[name=link]').fill(link);
    await page.locator('.editor button.first').click();
    await expect(page.getByRole('status')).toContainText('Das Logo ist hochgeladen');
  };
  await add('RIN Leipzig', 'network', svg('<script>alert(1)</script><rect width="30" height="10" fill="#06c" onclick="alert(1)"/>'));
  await add('ESF Plus', 'funder', png(600, 200), 'https://esf.example/');
  await add('Bund', 'funder', svg('<rect width="20" height="10"/>'));
  await accessible();

  await visitor.goto(open);
  await expect(visitor.locator('header .home img')).toBeVisible();
  const funders = visitor.getByRole('list', { name: 'Förderer und Partner' });
  await expect(funders.getByRole('link', { name: 'ESF Plus' })).toHaveAttribute('href', 'https://esf.example/');
  const images = funders.locator('img');
  await expect(images).toHaveCount(2);
  expect(await images.evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth > 0))).toEqual([true, true]);
  await accessible(visitor);
  await visitor.emulateMedia({ media: 'print' });
  await expect(images.first()).toBeVisible();
  await visitor.emulateMedia({ media: 'screen' });

  const shared = await visitor.locator('meta[property="og:image"]').getAttribute('content');
  expect(shared).toMatch(new RegExp(`^${server.url}/logos/[0-9a-f]{32}$`));
  const served = await request.get(shared!);
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect((await served.body()).subarray(1, 4).toString()).toBe('PNG');

  await page.goto('/organise/network/logos');
  await page.getByRole('button', { name: 'Bund: nach oben' }).click();
  await visitor.goto(open);
  await expect(images.first()).toHaveAttribute('alt', 'Bund');
  await page.goto('/organise/network/logos');
  await page.locator('.plan').getByRole('link', { name: /Bund/ }).click();
  await accessible();
  await page.getByRole('button', { name: 'Logo entfernen' }).click();
  await expect(page.getByRole('status')).toContainText('Das Logo ist entfernt');
  await visitor.goto(open);
  await expect(images).toHaveCount(1);
});

test('a file that is no picture is refused beside its field, and nothing typed is lost', { tag: '@nojs' }, async ({ signedIn: page }) => {
  await page.goto('/organise/network/logos');
  const wrong: [string, Buffer, string][] = [
    ['brief.pdf', Buffer.from('%PDF-1.7'), 'weder PNG noch JPEG noch SVG'],
    ['schrift.svg', svg('<text>IQ</text>'), 'enthält Schrift'],
    ['bombe.png', png(5_000, 5_000), 'breiter oder höher als 4000 Pixel'],
    ['leer.svg', svg(''), 'nichts zu sehen'],
  ];
  for (const [name, buffer, says] of wrong) {
    await page.locator('[name=file]').setInputFiles(file(name, buffer));
    await page.locator('[name=name]').fill('Europäische Union');
    await page.locator('.editor button.first').click();
    await expect(page.locator('[data-error-for=file]')).toContainText(says);
    await expect(page.locator('[name=name]')).toHaveValue('Europäische Union');
  }
});
