import { chromium } from '@playwright/test';
import fs from 'fs';
const base='http://127.0.0.1:38117';
const out='/var/tmp/t/eleven-shots'; fs.mkdirSync(out,{recursive:true});
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const stateFile='/var/tmp/t/eleven-state.json';
let ctx=await b.newContext(fs.existsSync(stateFile)?{storageState:stateFile}:{});
let p=await ctx.newPage();
if(!fs.existsSync(stateFile)){
 const link=/https?:\/\/\S+\/sign-in\/\S+/.exec(fs.readFileSync('/var/tmp/t/eleven-demo.log','utf8'))[0];
 await p.goto(link); await p.locator('main form button').first().click(); await p.waitForURL(/organise/);
 await ctx.storageState({path:stateFile});
}
await p.goto(base+'/organise');
const ev=await p.locator('main a',{hasText:'Ankommen im Beruf'}).first().getAttribute('href');
const slugLink=await p.locator('main a',{hasText:'Sprache im Beruf'}).first().getAttribute('href');
const pages=JSON.parse(process.argv[2]);
const sizes=[[1280,'light'],[390,'light'],[1280,'dark']];
for(const [name,path,sel,widths] of pages){
 for(const [w,scheme] of sizes){
  if(widths && !widths.includes(`${w}${scheme}`)) continue;
  const c=await b.newContext({storageState:stateFile,viewport:{width:w,height:900},colorScheme:scheme});
  const q=await c.newPage();
  const t=Date.now();
  await q.goto(base+path.replace('EV',ev).replace('NEXT',slugLink));
  await q.waitForLoadState('networkidle');
  console.log(name,w,scheme,Date.now()-t,'ms', await q.evaluate(()=>document.documentElement.scrollWidth));
  if(sel) await q.locator(sel).first().scrollIntoViewIfNeeded().catch(()=>{});
  const h=await q.evaluate(()=>document.documentElement.scrollHeight);
  if(sel){ await q.evaluate(s=>{const e=document.querySelector(s); if(e) scrollTo(0,e.getBoundingClientRect().top+scrollY-20)},sel); await q.screenshot({path:`${out}/${name}-${w}-${scheme}.png`}); }
  else await q.screenshot({path:`${out}/${name}-${w}-${scheme}.png`,fullPage:h<4000});
  await c.close();
 }
}
await b.close();
